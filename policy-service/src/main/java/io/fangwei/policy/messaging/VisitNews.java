package io.fangwei.policy.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Reaction;
import io.fangwei.policy.entitlements.EntitlementDesk;
import io.fangwei.policy.entitlements.EntitlementDesk.Served;
import io.fangwei.policy.policies.ServiceItemType;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happens to visits is counted in the entitlement of their policy. */
@Component
class VisitNews implements Reaction {

    private static final String PLANNED = "visit.visit-planned.v1";
    private static final String RESCHEDULED = "visit.visit-rescheduled.v1";
    private static final String COMPLETED = "visit.service-completed.v1";
    private static final String CANCELLED = "visit.visit-cancelled.v1";
    private static final String REFUSED = "visit.visit-refused-by-insured.v1";

    private final EntitlementDesk desk;

    VisitNews(EntitlementDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of(PLANNED, RESCHEDULED, COMPLETED, CANCELLED, REFUSED);
    }

    @Override
    public void on(EventEnvelope event) {
        var visitId = event.uuid("visitId");
        switch (event.type()) {
            case PLANNED, RESCHEDULED -> desk.plan(served(event), visitId, item(event), day(event, "plannedOn"));
            case COMPLETED -> desk.complete(served(event), visitId, item(event), day(event, "on"));
            default -> desk.drop(event.uuid("policyId"), visitId);
        }
    }

    private static Served served(EventEnvelope event) {
        return new Served(event.uuid("policyId"), event.uuid("insurerId"), event.uuid("companyId"), event.text("area"));
    }

    private static ServiceItemType item(EventEnvelope event) {
        return ServiceItemType.valueOf(event.text("item"));
    }

    private static LocalDate day(EventEnvelope event, String field) {
        return LocalDate.parse(event.text(field));
    }
}
