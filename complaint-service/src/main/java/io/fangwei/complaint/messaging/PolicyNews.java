package io.fangwei.complaint.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Upsert;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Remembers companies and policies. */
@Component
class PolicyNews implements Projection {

    private static final String COMPANY_REGISTERED = "policy.company-registered.v1";
    private static final String POLICY_ACTIVATED = "policy.policy-activated.v1";

    @Override
    public Set<String> types() {
        return Set.of(COMPANY_REGISTERED, POLICY_ACTIVATED);
    }

    @Override
    public List<Upsert> on(EventEnvelope event) {
        return switch (event.type()) {
            case COMPANY_REGISTERED ->
                List.of(Upsert.of("companies", event.uuid("companyId"), event).set("area", event.text("area")));
            default ->
                List.of(Upsert.of("policies", event.uuid("policyId"), event)
                        .set("insurerId", event.uuid("insurerId"))
                        .set("companyId", event.uuid("companyId"))
                        .set("area", event.text("area")));
        };
    }
}
