package io.fangwei.policy.calendars;

import io.fangwei.kernel.deadlines.ClockRule;
import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import java.util.List;

/** What happens to a rule pack. */
public sealed interface RulePackEvent extends Event {

    @EventType(value = "policy.rule-pack-proposed.v1", local = true)
    record RulePackProposed(String packId, String version) implements RulePackEvent {}

    /** Clocks that start from now on run by these lengths; those that run already keep theirs (AMB-78). */
    @EventType("policy.rule-pack-published.v1")
    record RulePackPublished(String packId, String version, List<ClockRule> clocks) implements RulePackEvent {}
}
