package io.fangwei.team.messaging;

import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Reaction;
import io.fangwei.team.teams.GroupDesk;
import java.util.Set;
import org.springframework.stereotype.Component;

/** When a duplicate company is merged, its policies move, and with each its group. */
@Component
class MoveReaction implements Reaction {

    private final GroupDesk desk;

    MoveReaction(GroupDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> types() {
        return Set.of("policy.policy-moved.v1");
    }

    @Override
    public void on(EventEnvelope event) {
        desk.policyMoved(event.uuid("policyId"), event.uuid("companyId"));
    }
}
