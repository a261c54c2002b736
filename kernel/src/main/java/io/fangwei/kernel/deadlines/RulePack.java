package io.fangwei.kernel.deadlines;

import io.fangwei.kernel.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lengths of all clocks of one city or standard under one version (D4, AMB-77, AMB-78). */
public record RulePack(String id, String version, Map<String, ClockRule> clocks) {

    public RulePack {
        clocks = Map.copyOf(clocks);
    }

    public static RulePack of(String id, String version, List<ClockRule> clocks) {
        return new RulePack(
                id, version, clocks.stream().collect(Collectors.toMap(ClockRule::rule, Function.identity())));
    }

    public ClockRule clock(String rule) {
        var clock = clocks.get(rule);
        if (clock == null) {
            throw new IllegalArgumentException("Rule pack " + id + " has no clock " + rule);
        }
        return clock;
    }

    public Deadline deadline(String rule, LocalDate start, WorkingCalendar calendar) {
        return Deadline.of(clock(rule), start, calendar);
    }
}
