package io.fangwei.team.institutions;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import java.util.List;
import java.util.UUID;

/** What happens to an institution. */
public sealed interface InstitutionEvent extends Event {

    @EventType("team.institution-registered.v1")
    record InstitutionRegistered(
            UUID institutionId,
            String name,
            List<InstitutionKind> kinds,
            boolean compliant,
            List<BasicCondition> failedConditions)
            implements InstitutionEvent {}
}
