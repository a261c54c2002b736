package io.fangwei.visit.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import io.fangwei.visit.items.ServiceItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Hears policy-service: which policies are in force and what they promise. */
@Component
class PolicyNews implements Projection {

    private static final String ACTIVATED = "policy.policy-activated.v1";
    private static final String CANCELLED = "policy.policy-cancelled.v1";
    private static final String EXPIRED = "policy.policy-expired.v1";

    @Override
    public Set<String> types() {
        return Set.of(ACTIVATED, CANCELLED, EXPIRED);
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        var policy = Upsert.of("policies", event.uuid("policyId"), event);
        return List.of(
                switch (event.type()) {
                    case ACTIVATED -> activated(policy, event);
                    case CANCELLED -> policy.set("status", "CANCELLED");
                    case EXPIRED -> policy.set("status", "EXPIRED");
                    default -> throw new IllegalArgumentException(event.type());
                });
    }

    private static Upsert activated(Upsert policy, EventEnvelope event) {
        return policy.set("status", "ACTIVE")
                .set("insurerId", event.uuid("insurerId"))
                .set("companyId", event.uuid("companyId"))
                .set("area", event.text("area"))
                .set("from", LocalDate.parse(event.text("from")).toString())
                .set("to", LocalDate.parse(event.text("to")).toString())
                .set(
                        "items",
                        event.data()
                                .path("items")
                                .valueStream()
                                .map(PolicyNews::item)
                                .distinct()
                                .toList());
    }

    private static String item(JsonNode term) {
        return ServiceItem.valueOf(term.path("item").asString()).name();
    }
}
