package io.fangwei.visit.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Reaction;
import io.fangwei.visit.hazards.HazardLedger;
import io.fangwei.visit.plans.PlanDesk;
import io.fangwei.visit.visits.AppointmentDesk;
import java.util.Set;
import org.springframework.stereotype.Component;

/** When a duplicate company is merged, its policies move, and with each its plan and the work that is not finished. */
@Component
class MoveReaction implements Reaction {

    private final PlanDesk plans;
    private final AppointmentDesk visits;
    private final HazardLedger hazards;

    MoveReaction(PlanDesk plans, AppointmentDesk visits, HazardLedger hazards) {
        this.plans = plans;
        this.visits = visits;
        this.hazards = hazards;
    }

    @Override
    public Set<String> types() {
        return Set.of("policy.policy-moved.v1");
    }

    @Override
    public void on(EventEnvelope event) {
        var policyId = event.uuid("policyId");
        var duplicateId = event.uuid("fromCompanyId");
        var survivingId = event.uuid("companyId");
        plans.policyMoved(policyId, survivingId);
        visits.policyMoved(policyId, duplicateId, survivingId);
        hazards.policyMoved(policyId, duplicateId, survivingId);
    }
}
