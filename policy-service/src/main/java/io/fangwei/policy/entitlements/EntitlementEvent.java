package io.fangwei.policy.entitlements;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import io.fangwei.policy.policies.ServiceItemType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to an entitlement. */
public sealed interface EntitlementEvent extends Event {

    /** What the contract grants, from the first or from an endorsement on. */
    @EventType("policy.entitlement-granted.v1")
    record EntitlementGranted(
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            LocalDate from,
            LocalDate to,
            List<ItemCount> items,
            List<ClockFact> clocks)
            implements EntitlementEvent {}

    /** A visit was planned, moved, dropped or done: the counts are others now. */
    @EventType("policy.entitlement-counted.v1")
    record EntitlementCounted(
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItemType item,
            int agreed,
            int planned,
            int done,
            @Nullable UUID visitId,
            List<ClockFact> clocks)
            implements EntitlementEvent {}

    /** A service done before its insurer began here was entered, with proof. */
    @EventType("policy.earlier-service-recorded.v1")
    record EarlierServiceRecorded(
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItemType item,
            LocalDate doneOn,
            String proofReference,
            String proofHash,
            List<ClockFact> clocks)
            implements EntitlementEvent {}

    /** What remains of an item can no longer be done at the usual pace. */
    @EventType("policy.entitlement-at-risk.v1")
    record EntitlementAtRisk(
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItemType item,
            int remaining,
            LocalDate lastDayInTime,
            LocalDate to,
            LocalDate on)
            implements EntitlementEvent {}

    /** A policy year passed without the assessment or screening that it needs (CLK-16, CD-6b). */
    @EventType("policy.yearly-service-missed.v1")
    record YearlyServiceMissed(
            UUID policyId, UUID insurerId, UUID companyId, String area, LocalDate on, List<ClockFact> clocks)
            implements EntitlementEvent {}

    /**
     * How many of the insured persons have learned for 90 minutes at least (CLK-17, CD-6.1.2.3).
     *
     * @param logHash SHA-256 of the learning log
     * @param reason why fewer have than was said before
     */
    @EventType("policy.learning-recorded.v1")
    record LearningRecorded(
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            LocalDate asOf,
            int learners,
            int insuredPersons,
            String platformReference,
            String logHash,
            @Nullable String reason,
            List<ClockFact> clocks)
            implements EntitlementEvent {

        @Override
        public Optional<String> reasonCode() {
            return Optional.ofNullable(reason);
        }
    }

    /**
     * The policy ended and its training, online only, had not reached everybody insured (CLK-17).
     *
     * @param insuredPersons on the last day, if anybody said so
     * @param learning what was known last
     */
    @EventType("policy.training-coverage-missed.v1")
    record TrainingCoverageMissed(
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            LocalDate on,
            @Nullable Integer insuredPersons,
            @Nullable Learning learning,
            List<ClockFact> clocks)
            implements EntitlementEvent {}

    /** So many persons are insured from a day on, which may open the clock of their training again. */
    @EventType(value = "policy.insured-persons-heard.v1", local = true)
    record InsuredPersonsHeard(UUID policyId, LocalDate from, int insuredPersons, List<ClockFact> clocks)
            implements EntitlementEvent {}

    /**
     * The policy ended and not all that it granted was done.
     *
     * @param due the last day on which they could be done
     * @param items with what is missing of each
     * @param proof the visits that were counted as done
     */
    @EventType("policy.terms-unfulfilled.v1")
    record TermsUnfulfilled(
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            LocalDate on,
            LocalDate due,
            List<ItemCount> items,
            List<DoneService> proof)
            implements EntitlementEvent {}

    /**
     * The policy ended and all that it granted was done, as it is known now.
     *
     * @param due the last day on which it could be done
     */
    @EventType("policy.terms-fulfilled.v1")
    record TermsFulfilled(
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            LocalDate on,
            LocalDate due,
            List<ItemCount> items,
            List<DoneService> proof)
            implements EntitlementEvent {}

    @EventType(value = "policy.entitlement-moved.v1", local = true)
    record EntitlementMoved(UUID policyId, UUID companyId) implements EntitlementEvent {}

    /** @param visitId none for a service from before its insurer began here */
    record DoneService(
            @Nullable UUID visitId,
            ServiceItemType item,
            LocalDate doneOn,
            @Nullable String proofHash) {}
}
