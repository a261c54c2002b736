package io.fangwei.team.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Dated;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import io.fangwei.team.policies.InsuredPolicies;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Remembers the policies that are in force, so that a group can be formed without asking. */
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
        var policy = Upsert.of(InsuredPolicies.COLLECTION, event.uuid("policyId"), event);
        return List.of(
                switch (event.type()) {
                    case ACTIVATED -> activated(policy, event);
                    case ENDORSED -> endorsed(policy, event);
                    case MOVED -> policy.set("companyId", event.uuid("companyId"));
                    case CANCELLED, EXPIRED -> policy.set("active", false);
                    default -> throw new IllegalArgumentException(event.type());
                });
    }

    private static Upsert activated(Upsert policy, EventEnvelope event) {
        return policy.set("insurerId", event.uuid("insurerId"))
                .set("companyId", event.uuid("companyId"))
                .set("area", event.text("area"))
                .set("from", day(event, "from"))
                .set("to", day(event, "to"))
                .set("active", true);
    }

    /** From a day on the policy covers another time or place. */
    private static Upsert endorsed(Upsert policy, EventEnvelope event) {
        return Dated.version(
                policy,
                Integer.parseInt(event.text("version")),
                LocalDate.parse(event.text("effectiveOn")),
                Map.of("area", event.text("area"), "from", day(event, "from"), "to", day(event, "to")));
    }

    private static String day(EventEnvelope event, String field) {
        return LocalDate.parse(event.text(field)).toString();
    }
}
