package io.fangwei.visit.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Reaction;
import io.fangwei.visit.plans.PlanDesk;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A plan is in execution from its first visit on, and ends with its policy. */
@Component
class PlanReactions implements Reaction {

    private static final String STARTED = "visit.visit-started.v1";
    private static final String CANCELLED = "policy.policy-cancelled.v1";

    private final PlanDesk desk;

    PlanReactions(PlanDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of(STARTED, CANCELLED);
    }

    @Override
    public void on(EventEnvelope event) {
        if (event.type().equals(STARTED)) {
            desk.firstVisitStarted(event.uuid("planId"));
        } else {
            desk.policyCancelled(event.uuid("policyId"));
        }
    }
}
