package io.fangwei.complaint.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Dated;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Remembers companies and policies. */
@Component
class PolicyNews implements Projection {

    private static final String COMPANY_REGISTERED = "policy.company-registered.v1";
    private static final String POLICY_ACTIVATED = "policy.policy-activated.v1";
    private static final String POLICY_ENDORSED = "policy.policy-endorsed.v1";
    private static final String POLICY_MOVED = "policy.policy-moved.v1";

    @Override
    public Set<String> types() {
        return Set.of(COMPANY_REGISTERED, POLICY_ACTIVATED, POLICY_ENDORSED, POLICY_MOVED);
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        return List.of(
                switch (event.type()) {
                    case COMPANY_REGISTERED ->
                        Upsert.of("companies", event.uuid("companyId"), event).set("area", event.text("area"));
                    case POLICY_ACTIVATED ->
                        policy(event)
                                .set("insurerId", event.uuid("insurerId"))
                                .set("companyId", event.uuid("companyId"))
                                .set("area", event.text("area"));
                    case POLICY_ENDORSED -> endorsed(event);
                    case POLICY_MOVED -> policy(event).set("companyId", event.uuid("companyId"));
                    default -> throw new IllegalArgumentException(event.type());
                });
    }

    /** From a day on the policy insures another place. */
    private static Upsert endorsed(EventEnvelope event) {
        return Dated.version(
                policy(event),
                Integer.parseInt(event.text("version")),
                LocalDate.parse(event.text("effectiveOn")),
                Map.of("area", event.text("area")));
    }

    private static Upsert policy(EventEnvelope event) {
        return Upsert.of("policies", event.uuid("policyId"), event);
    }
}
