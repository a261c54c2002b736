package io.fangwei.policy.calendars;

import io.fangwei.kernel.deadlines.ClockRule;
import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import io.fangwei.policy.insurers.AccrualRules;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a rule pack. */
public sealed interface RulePackEvent extends Event {

    @EventType(value = "policy.rule-pack-proposed.v1", local = true)
    record RulePackProposed(String packId, String version) implements RulePackEvent {}

    /**
     * Clocks that start from now on run by these lengths; those that run already keep theirs (AMB-78).
     *
     * @param accrual the limits of accrual for premium that comes in from {@code on} on, where the version names new ones
     */
    @EventType("policy.rule-pack-published.v1")
    record RulePackPublished(
            String packId,
            String version,
            List<ClockRule> clocks,
            @Nullable AccrualRules accrual,
            LocalDate on) implements RulePackEvent {}
}
