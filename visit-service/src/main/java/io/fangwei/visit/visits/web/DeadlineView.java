package io.fangwei.visit.visits.web;

import io.fangwei.kernel.calendar.WorkingCalendar;
import io.fangwei.kernel.deadlines.DayUnit;
import io.fangwei.kernel.deadlines.ExplainedDay;
import io.fangwei.visit.clocks.RunningClock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One clock explained day by day (D4).
 *
 * @param provisional true if a day lies in a year whose holidays are not announced yet
 */
record DeadlineView(
        String rule,
        LocalDate start,
        LocalDate due,
        DayUnit unit,
        int length,
        RunningClock.State state,
        @Nullable LocalDate endedOn,
        String calendarVersion,
        boolean provisional,
        List<DayView> days) {

    record DayView(
            LocalDate day,
            DayOfWeek weekday,
            ExplainedDay.Reason reason,
            boolean counted,
            @Nullable Integer number,
            @Nullable String holiday) {

        static DayView of(ExplainedDay day) {
            return new DayView(
                    day.day(), day.day().getDayOfWeek(), day.reason(), day.counted(), day.number(), day.holiday());
        }
    }

    static DeadlineView of(RunningClock clock, WorkingCalendar calendar) {
        var deadline = clock.deadline();
        return new DeadlineView(
                deadline.rule(),
                deadline.start(),
                deadline.due(),
                deadline.unit(),
                deadline.length(),
                clock.state(),
                clock.endedOn(),
                deadline.calendarVersion(),
                calendar.isProvisional(deadline.start(), deadline.due()),
                deadline.explain(calendar).stream().map(DayView::of).toList());
    }
}
