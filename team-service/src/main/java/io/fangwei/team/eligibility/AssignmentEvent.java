package io.fangwei.team.eligibility;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import io.fangwei.team.vocabulary.ServiceItemType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What happens to an assignment. */
public sealed interface AssignmentEvent extends Event {

    @EventType("team.assignment-checked.v1")
    record AssignmentChecked(UUID visitId, UUID insurerId, ServiceItemType item, LocalDate on, List<Answer> answers)
            implements AssignmentEvent {}
}
