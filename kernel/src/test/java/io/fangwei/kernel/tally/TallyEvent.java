package io.fangwei.kernel.tally;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import java.util.List;
import java.util.UUID;

/** What happens to tallies. */
public sealed interface TallyEvent extends Event {

    @EventType("tally.begun.v1")
    record TallyBegun(UUID tallyId, UUID insurerId) implements TallyEvent {}

    @EventType("tally.counted.v1")
    record TallyCounted(UUID tallyId, UUID insurerId, long count) implements TallyEvent {}

    @EventType(value = "tally.renamed.v1", local = true)
    record TallyRenamed(UUID tallyId) implements TallyEvent {}

    @EventType("tally.overdue.v1")
    record TallyOverdue(UUID tallyId, List<ClockFact> clocks) implements TallyEvent {}
}
