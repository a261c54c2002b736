package io.fangwei.policy.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Reaction;
import io.fangwei.policy.entitlements.EntitlementDesk;
import io.fangwei.policy.policies.PolicyDesk;
import java.util.Set;
import org.springframework.stereotype.Component;

/** When a duplicate company is merged, its policies move, and with each what it grants. */
@Component
class MergerNews implements Reaction {

    private static final String MERGED = "policy.company-merged.v1";
    private static final String MOVED = "policy.policy-moved.v1";

    private final PolicyDesk policies;
    private final EntitlementDesk entitlements;

    MergerNews(PolicyDesk policies, EntitlementDesk entitlements) {
        this.policies = policies;
        this.entitlements = entitlements;
    }

    @Override
    public Set<String> types() {
        return Set.of(MERGED, MOVED);
    }

    @Override
    public void on(EventEnvelope event) {
        if (event.type().equals(MERGED)) {
            policies.moveAll(event.uuid("companyId"), event.uuid("intoCompanyId"));
        } else {
            entitlements.moveTo(event.uuid("policyId"), event.uuid("companyId"));
        }
    }
}
