package io.fangwei.visit.plans;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import io.fangwei.visit.items.ServiceItem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What happens to a service plan. */
public sealed interface PlanEvent extends Event {

    /** How often an item was agreed. */
    record AgreedItem(ServiceItem item, int frequency) {}

    @EventType("visit.plan-drafted.v1")
    record PlanDrafted(UUID planId, UUID policyId, UUID insurerId, UUID companyId, String area, LocalDate on)
            implements PlanEvent {}

    @EventType(value = "visit.plan-revised.v1", local = true)
    record PlanRevised(UUID planId, UUID policyId, UUID insurerId, UUID companyId, String area, LocalDate on)
            implements PlanEvent {}

    @EventType("visit.plan-sent.v1")
    record PlanSent(UUID planId, UUID policyId, UUID insurerId, UUID companyId, String area, LocalDate on)
            implements PlanEvent {}

    @EventType("visit.plan-change-requested.v1")
    record PlanChangeRequested(UUID planId, UUID policyId, UUID insurerId, UUID companyId, String area, LocalDate on)
            implements PlanEvent {}

    @EventType("visit.plan-confirmed.v1")
    record PlanConfirmed(
            UUID planId, UUID policyId, UUID insurerId, UUID companyId, String area, LocalDate on, PlanSide side)
            implements PlanEvent {}

    @EventType("visit.plan-agreed.v1")
    record PlanAgreed(
            UUID planId,
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            String area,
            LocalDate on,
            List<AgreedItem> items)
            implements PlanEvent {}

    @EventType("visit.plan-started.v1")
    record PlanStarted(UUID planId, UUID policyId, UUID insurerId, UUID companyId, String area, LocalDate on)
            implements PlanEvent {}

    @EventType(value = "visit.plan-moved.v1", local = true)
    record PlanMoved(UUID planId, UUID companyId) implements PlanEvent {}

    @EventType("visit.plan-terminated.v1")
    record PlanTerminated(UUID planId, UUID policyId, UUID insurerId, UUID companyId, String area, LocalDate on)
            implements PlanEvent {}
}
