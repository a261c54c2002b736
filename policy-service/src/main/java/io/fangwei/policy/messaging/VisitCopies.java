package io.fangwei.policy.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import io.fangwei.policy.budget.mongo.VisitRows;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Remembers what each planned visit serves, so that an expense for it need not say so again. */
@Component
class VisitCopies implements Projection {

    @Override
    public Set<String> types() {
        return Set.of("visit.visit-planned.v1");
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        return List.of(Upsert.of(VisitRows.COLLECTION, event.uuid("visitId"), event)
                .set("insurerId", event.uuid("insurerId"))
                .set("companyId", event.uuid("companyId"))
                .set("policyId", event.uuid("policyId"))
                .set("planId", event.uuid("planId"))
                .set("item", event.text("item")));
    }
}
