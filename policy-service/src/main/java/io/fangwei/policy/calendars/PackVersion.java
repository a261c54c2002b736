package io.fangwei.policy.calendars;

import io.fangwei.kernel.deadlines.ClockRule;
import io.fangwei.policy.rules.PolicyRule;
import java.util.HashSet;
import java.util.List;

/** The lengths of all clocks of a city or standard under one version. */
public record PackVersion(String version, List<ClockRule> clocks) {

    /** A clock has one length. */
    public PackVersion {
        clocks = List.copyOf(clocks);
        var seen = new HashSet<String>();
        clocks.forEach(clock -> PolicyRule.CLOCK_TWICE.require(seen.add(clock.rule()), clock.rule()));
    }
}
