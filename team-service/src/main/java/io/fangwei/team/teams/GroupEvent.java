package io.fangwei.team.teams;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import java.util.List;
import java.util.UUID;

/** What happens to a group. */
public sealed interface GroupEvent extends Event {

    @EventType("team.group-formed.v1")
    record GroupFormed(UUID groupId, UUID insurerId, UUID companyId, UUID policyId, String area, List<UUID> memberIds)
            implements GroupEvent {}

    @EventType(value = "team.group-moved.v1", local = true)
    record GroupMoved(UUID groupId, UUID companyId) implements GroupEvent {}

    @EventType("team.group-member-added.v1")
    record GroupMemberAdded(
            UUID groupId,
            UUID insurerId,
            UUID companyId,
            UUID policyId,
            String area,
            UUID professionalId,
            List<UUID> memberIds)
            implements GroupEvent {}
}
