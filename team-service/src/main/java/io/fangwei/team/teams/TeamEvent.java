package io.fangwei.team.teams;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import io.fangwei.team.vocabulary.ServiceItemType;
import java.util.List;
import java.util.UUID;

/** What happens to a team. */
public sealed interface TeamEvent extends Event {

    @EventType("team.team-formed.v1")
    record TeamFormed(
            UUID teamId,
            UUID insurerId,
            ServiceItemType item,
            String industry,
            String risk,
            List<UUID> memberIds,
            boolean belowThree)
            implements TeamEvent {}
}
