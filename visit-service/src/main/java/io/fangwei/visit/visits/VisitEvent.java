package io.fangwei.visit.visits;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.ClockMove;
import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.people.Standing.Eligibility;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a visit. Each event says first which visit it is, under which plan and policy, of whom, where, of which item. */
public sealed interface VisitEvent extends Event {

    /** Who is to serve, and what team-service said of it. */
    record PlannedParticipant(
            UUID professionalId,
            Eligibility eligibility,
            String source,
            @Nullable UUID institutionId) {}

    /** Who serves, and whether that person may, judged on the day. */
    record PresentParticipant(
            UUID professionalId, String source, @Nullable UUID institutionId, boolean eligible, List<String> reasons) {}

    @EventType("visit.visit-planned.v1")
    record VisitPlanned(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            LocalDate on,
            LocalDate plannedOn,
            List<PlannedParticipant> participants)
            implements VisitEvent {}

    @EventType("visit.visit-rescheduled.v1")
    record VisitRescheduled(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            LocalDate on,
            LocalDate plannedOn,
            String reason)
            implements VisitEvent {

        @Override
        public Optional<String> reasonCode() {
            return Optional.of(reason);
        }
    }

    @EventType("visit.visit-confirmed.v1")
    record VisitConfirmed(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            LocalDate on,
            @Nullable String proof)
            implements VisitEvent {}

    @EventType("visit.visit-cancelled.v1")
    record VisitCancelled(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            LocalDate on,
            String reason)
            implements VisitEvent {

        @Override
        public Optional<String> reasonCode() {
            return Optional.of(reason);
        }
    }

    @EventType("visit.visit-refused-by-insured.v1")
    record VisitRefusedByInsured(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            LocalDate on,
            String reason,
            List<ClockFact> clocks)
            implements VisitEvent {

        @Override
        public Optional<String> reasonCode() {
            return Optional.of(reason);
        }
    }

    @EventType("visit.non-cooperation-reported.v1")
    record NonCooperationReported(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            LocalDate on,
            List<ClockFact> clocks)
            implements VisitEvent {}

    @EventType(value = "visit.assignment-resolved.v1", local = true)
    record AssignmentResolved(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            LocalDate on,
            List<PlannedParticipant> participants)
            implements VisitEvent {}

    @EventType("visit.visit-started.v1")
    record VisitStarted(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            LocalDate on,
            boolean startedWithoutConfirmation,
            boolean belowTwo,
            List<PresentParticipant> participants)
            implements VisitEvent {}

    @EventType("visit.service-completed.v1")
    record VisitServiceCompleted(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            LocalDate on,
            List<ClockFact> clocks)
            implements VisitEvent {}

    @EventType("visit.record-submitted.v1")
    record RecordSubmitted(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            LocalDate on,
            int attempt,
            List<ClockFact> clocks)
            implements VisitEvent {}

    @EventType("visit.record-returned.v1")
    record RecordReturned(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            LocalDate on,
            int attempt,
            List<ClockFact> clocks)
            implements VisitEvent {}

    @EventType("visit.record-approved.v1")
    record RecordApproved(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            LocalDate on,
            int attempt,
            List<ClockFact> clocks)
            implements VisitEvent {}

    @EventType("visit.feedback-delivered.v1")
    record FeedbackDelivered(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            LocalDate on,
            ContactChannel channel,
            List<ClockFact> clocks)
            implements VisitEvent {}

    @EventType("visit.feedback-acknowledged.v1")
    record FeedbackAcknowledged(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            LocalDate on)
            implements VisitEvent {}

    @EventType(value = "visit.callback-attempted.v1", local = true)
    record CallbackAttempted(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            LocalDate on,
            ContactChannel channel,
            String outcome)
            implements VisitEvent {}

    @EventType("visit.callback-unreachable.v1")
    record CallbackUnreachable(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            LocalDate on,
            int attempts,
            List<ClockFact> clocks)
            implements VisitEvent {}

    @EventType("visit.callback-completed.v1")
    record CallbackCompleted(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            LocalDate on,
            List<ContactChannel> channels,
            boolean refused,
            @Nullable BigDecimal satisfaction,
            List<ClockFact> clocks)
            implements VisitEvent {}

    @EventType("visit.visit-archived.v1")
    record VisitArchived(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            LocalDate on,
            boolean complete,
            List<ArchiveKind> missingKinds,
            String manifestHash,
            List<ClockFact> clocks)
            implements VisitEvent {}

    /**
     * Clocks by another calendar (D4): one that was told missed and is not by it is told here as met, or as running again.
     *
     * @param clocks those whose due day has moved, as they stand now
     * @param moved where they stood before
     */
    @EventType("visit.deadline-recalculated.v1")
    record DeadlineRecalculated(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            List<ClockFact> clocks,
            List<ClockMove> moved)
            implements VisitEvent {}

    @EventType(value = "visit.visit-moved.v1", local = true)
    record VisitMoved(UUID visitId, UUID companyId) implements VisitEvent {}

    @EventType("visit.deadline-overdue.v1")
    record DeadlineOverdue(
            UUID visitId,
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            ServiceItem item,
            List<ClockFact> clocks)
            implements VisitEvent {}
}
