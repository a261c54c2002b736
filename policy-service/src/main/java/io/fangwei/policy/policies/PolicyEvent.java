package io.fangwei.policy.policies;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import io.fangwei.policy.companies.Scale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a policy. */
public sealed interface PolicyEvent extends Event {

    @EventType("policy.policy-drafted.v1")
    record PolicyDrafted(
            UUID policyId,
            String policyNo,
            UUID insurerId,
            UUID companyId,
            String area,
            LocalDate from,
            LocalDate to,
            BigDecimal premium,
            @Nullable UUID renewalOf)
            implements PolicyEvent {}

    /** The draft was written anew before anybody was told of it. */
    @EventType(value = "policy.policy-redrafted.v1", local = true)
    record PolicyRedrafted(UUID policyId, LocalDate from, LocalDate to, BigDecimal premium) implements PolicyEvent {}

    @EventType("policy.disclosure-acknowledged.v1")
    record DisclosureAcknowledged(
            UUID policyId, UUID insurerId, UUID companyId, String area, String version, LocalDate on, String by)
            implements PolicyEvent {}

    /** The insured was told how to complain and how disputes are settled (CD-5.4.1.1b). */
    @EventType("policy.complaint-procedure-acknowledged.v1")
    record ComplaintProcedureAcknowledged(
            UUID policyId, UUID insurerId, UUID companyId, String area, String version, LocalDate on, String by)
            implements PolicyEvent {}

    /** Which of the clauses of GS-7 the contract has, and which not. */
    @EventType("policy.contract-clauses-recorded.v1")
    record ContractClausesRecorded(
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            List<ContractClause> present,
            List<ContractClause> missing)
            implements PolicyEvent {}

    /**
     * @param missingServiceTerms no service is named with item, content and frequency; an exception was recorded
     * @param missingYearlyService the yearly assessment or screening of CD-6b is not named; an exception was recorded
     * @param coInsurers who bears the risk together with the insurer, which leads (AMB-73)
     */
    @EventType("policy.policy-activated.v1")
    record PolicyActivated(
            UUID policyId,
            String policyNo,
            UUID insurerId,
            UUID companyId,
            String area,
            String industryCode,
            Scale scale,
            boolean highRisk,
            LocalDate from,
            LocalDate to,
            List<ContractedItem> items,
            boolean missingServiceTerms,
            boolean missingYearlyService,
            boolean complaintProcedureTold,
            List<CoInsurer> coInsurers)
            implements PolicyEvent {}

    /** The contract stands otherwise from a day on. */
    @EventType("policy.policy-endorsed.v1")
    record PolicyEndorsed(
            UUID policyId,
            String policyNo,
            UUID insurerId,
            UUID companyId,
            String area,
            String industryCode,
            Scale scale,
            boolean highRisk,
            int version,
            LocalDate effectiveOn,
            LocalDate from,
            LocalDate to,
            BigDecimal premium,
            List<ContractedItem> items,
            boolean missingServiceTerms,
            boolean missingYearlyService,
            String reason)
            implements PolicyEvent {

        @Override
        public Optional<String> reasonCode() {
            return Optional.of(reason);
        }
    }

    /**
     * One service of a policy, without the words of its content.
     *
     * @param delivery none where the contract leaves it open
     */
    record ContractedItem(
            ServiceItemType item,
            int frequency,
            ServiceTerm.Period period,
            @Nullable Delivery delivery) {

        public ContractedItem(ServiceItemType item, int frequency, ServiceTerm.Period period) {
            this(item, frequency, period, null);
        }
    }

    @EventType("policy.policy-cancelled.v1")
    record PolicyCancelled(UUID policyId, UUID insurerId, UUID companyId, String area, LocalDate on, String reason)
            implements PolicyEvent {

        @Override
        public Optional<String> reasonCode() {
            return Optional.of(reason);
        }
    }

    @EventType("policy.policy-expired.v1")
    record PolicyExpired(UUID policyId, UUID insurerId, UUID companyId, String area, LocalDate on)
            implements PolicyEvent {}

    /**
     * @param ratio share of the amount that is set aside for prevention
     * @param floor the least share that the rule pack demands, where it names one
     * @param rulePack id and version of that rule pack
     */
    @EventType("policy.premium-received.v1")
    record PremiumReceived(
            UUID receiptId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            BigDecimal amount,
            LocalDate receivedOn,
            BigDecimal ratio,
            @Nullable BigDecimal floor,
            @Nullable String rulePack)
            implements PolicyEvent {}

    /** @param ratio share of the amount that had been set aside for prevention */
    @EventType("policy.premium-refunded.v1")
    record PremiumRefunded(
            UUID refundId,
            UUID receiptId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            BigDecimal amount,
            LocalDate refundedOn,
            BigDecimal ratio)
            implements PolicyEvent {}

    /** So many persons are insured from a day on (CLK-17). */
    @EventType("policy.headcount-recorded.v1")
    record HeadcountRecorded(
            UUID policyId, UUID insurerId, UUID companyId, String area, LocalDate from, int insuredPersons)
            implements PolicyEvent {}

    /** Its company turned out to be a duplicate of another. */
    @EventType("policy.policy-moved.v1")
    record PolicyMoved(UUID policyId, UUID insurerId, UUID fromCompanyId, UUID companyId, String area)
            implements PolicyEvent {}
}
