package io.fangwei.policy.policies;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import io.fangwei.policy.companies.Scale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
            BigDecimal premium)
            implements PolicyEvent {}

    @EventType("policy.disclosure-acknowledged.v1")
    record DisclosureAcknowledged(
            UUID policyId, UUID insurerId, UUID companyId, String area, String version, LocalDate on, String by)
            implements PolicyEvent {}

    /** @param missingServiceTerms no service is named with item, content and frequency; an exception was recorded */
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
            boolean missingServiceTerms)
            implements PolicyEvent {}

    /** One service of a policy, without the words of its content. */
    record ContractedItem(ServiceItemType item, int frequency, ServiceTerm.Period period) {}

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

    /** @param ratio share of the amount that is set aside for prevention */
    @EventType("policy.premium-received.v1")
    record PremiumReceived(
            UUID receiptId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            BigDecimal amount,
            LocalDate receivedOn,
            BigDecimal ratio)
            implements PolicyEvent {}
}
