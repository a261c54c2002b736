package io.fangwei.visit.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Dated;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import io.fangwei.visit.items.ServiceItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Hears policy-service: which policies are in force and what they promise. */
@Component
class PolicyNews implements Projection {

    private static final String ACTIVATED = "policy.policy-activated.v1";
    private static final String ENDORSED = "policy.policy-endorsed.v1";
    private static final String MOVED = "policy.policy-moved.v1";
    private static final String CANCELLED = "policy.policy-cancelled.v1";
    private static final String EXPIRED = "policy.policy-expired.v1";

    @Override
    public Set<String> types() {
        return Set.of(ACTIVATED, ENDORSED, MOVED, CANCELLED, EXPIRED);
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        var policy = Upsert.of("policies", event.uuid("policyId"), event);
        return List.of(
                switch (event.type()) {
                    case ACTIVATED -> activated(policy, event);
                    case ENDORSED -> endorsed(policy, event);
                    case MOVED -> policy.set("companyId", event.uuid("companyId"));
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
                .set("from", day(event, "from").toString())
                .set("to", day(event, "to").toString())
                .set("items", items(event));
    }

    /** From a day on the policy covers another time or place, or promises other services. */
    private static Upsert endorsed(Upsert policy, EventEnvelope event) {
        return Dated.version(
                policy,
                Integer.parseInt(event.text("version")),
                day(event, "effectiveOn"),
                Map.of(
                        "area", event.text("area"),
                        "from", day(event, "from").toString(),
                        "to", day(event, "to").toString(),
                        "items", items(event)));
    }

    private static LocalDate day(EventEnvelope event, String field) {
        return LocalDate.parse(event.text(field));
    }

    private static List<String> items(EventEnvelope event) {
        return event.data()
                .path("items")
                .valueStream()
                .map(PolicyNews::item)
                .distinct()
                .toList();
    }

    private static String item(JsonNode term) {
        return ServiceItem.valueOf(term.path("item").asString()).name();
    }
}
