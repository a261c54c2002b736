package io.fangwei.policy.calendars;

import io.fangwei.kernel.deadlines.ClockRule;
import io.fangwei.policy.insurers.AccrualRules;
import io.fangwei.policy.rules.PolicyRule;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lengths of all clocks of a city or standard under one version.
 *
 * @param accrual the limits of accrual, where the version names new ones
 */
public record PackVersion(
        String version, List<ClockRule> clocks, @Nullable AccrualRules accrual) {

    /** A clock has one length. */
    public PackVersion {
        clocks = List.copyOf(clocks);
        var seen = new HashSet<String>();
        clocks.forEach(clock -> PolicyRule.CLOCK_TWICE.require(seen.add(clock.rule()), clock.rule()));
    }
}
