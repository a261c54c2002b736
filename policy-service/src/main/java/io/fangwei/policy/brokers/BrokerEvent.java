package io.fangwei.policy.brokers;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to brokers and their engagements. */
public sealed interface BrokerEvent extends Event {

    @EventType("policy.broker-registered.v1")
    record BrokerRegistered(UUID brokerId, String name) implements BrokerEvent {}

    /** @param conflictOfInterest the broker of the company also supplies people who serve it (AMB-63) */
    @EventType("policy.broker-engaged.v1")
    record BrokerEngaged(
            UUID engagementId,
            UUID brokerId,
            UUID insurerId,
            UUID companyId,
            @Nullable UUID policyId,
            LocalDate from,
            LocalDate to,
            boolean conflictOfInterest)
            implements BrokerEvent {}

    @EventType("policy.broker-conflict-declared.v1")
    record ConflictDeclared(
            UUID engagementId, UUID brokerId, UUID insurerId, UUID companyId, boolean conflictOfInterest, LocalDate on)
            implements BrokerEvent {}

    @EventType("policy.broker-engagement-ended.v1")
    record EngagementEnded(
            UUID engagementId, UUID brokerId, UUID insurerId, UUID companyId, LocalDate on, String reason)
            implements BrokerEvent {

        @Override
        public Optional<String> reasonCode() {
            return Optional.of(reason);
        }
    }
}
