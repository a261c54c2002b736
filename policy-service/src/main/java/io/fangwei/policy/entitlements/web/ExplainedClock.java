package io.fangwei.policy.entitlements.web;

import io.fangwei.kernel.calendar.WorkingCalendar;
import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.DayUnit;
import io.fangwei.kernel.deadlines.ExplainedDay;
import io.fangwei.policy.entitlements.RunningClock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a policy with each of its days, counted or skipped, and why (D4).
 *
 * @param provisional whether it touches a year without an official calendar
 */
record ExplainedClock(
        String rule,
        LocalDate start,
        LocalDate due,
        DayUnit unit,
        int length,
        ClockFact.State state,
        @Nullable LocalDate endedOn,
        String calendarVersion,
        boolean provisional,
        List<ExplainedDay> days) {

    static ExplainedClock of(RunningClock clock, WorkingCalendar calendar) {
        var deadline = clock.deadline();
        return new ExplainedClock(
                deadline.rule(),
                deadline.start(),
                deadline.due(),
                deadline.unit(),
                deadline.length(),
                clock.fact().state(),
                clock.fact().endedOn(),
                deadline.calendarVersion(),
                calendar.isProvisional(deadline.start(), deadline.due()),
                deadline.explain(calendar));
    }
}
