package io.fangwei.team.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import io.fangwei.team.policies.InsuredPolicies;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Remembers the policies that are in force, so that a group can be formed without asking. */
@Component
class PolicyNews implements Projection {

    private static final String ACTIVATED = "policy.policy-activated.v1";
    private static final Set<String> ENDINGS = Set.of("policy.policy-cancelled.v1", "policy.policy-expired.v1");

    @Override
    public Set<String> types() {
        return Set.of(ACTIVATED, "policy.policy-cancelled.v1", "policy.policy-expired.v1");
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        var policy = Upsert.of(InsuredPolicies.COLLECTION, event.uuid("policyId"), event);
        return List.of(ENDINGS.contains(event.type()) ? policy.set("active", false) : activated(policy, event));
    }

    private static Upsert activated(Upsert policy, EventEnvelope event) {
        return policy.set("insurerId", event.uuid("insurerId"))
                .set("companyId", event.uuid("companyId"))
                .set("area", event.text("area"))
                .set("from", day(event, "from"))
                .set("to", day(event, "to"))
                .set("active", true);
    }

    private static String day(EventEnvelope event, String field) {
        return LocalDate.parse(event.text(field)).toString();
    }
}
