package io.fangwei.kernel.deadlines;

import io.fangwei.kernel.calendar.DayKind;
import io.fangwei.kernel.calendar.WorkingCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of a deadline.
 *
 * @param number which of the counted days it is; none for a day that does not count
 * @param holiday the name of the holiday that the day belongs to
 */
public record ExplainedDay(
        LocalDate day,
        Reason reason,
        boolean counted,
        @Nullable Integer number,
        @Nullable String holiday) {

    /** Why a day counts or not. */
    public enum Reason {
        START_DAY,
        WORKING_DAY,
        MAKE_UP_DAY,
        WEEKEND,
        HOLIDAY,
        CALENDAR_DAY
    }

    static ExplainedDay of(LocalDate day, Deadline deadline, WorkingCalendar calendar, int[] number) {
        var reason = reason(day, deadline, calendar.kindOf(day));
        var counted = reason == Reason.CALENDAR_DAY || reason == Reason.WORKING_DAY || reason == Reason.MAKE_UP_DAY;
        return new ExplainedDay(
                day,
                reason,
                counted,
                counted ? Integer.valueOf(++number[0]) : null,
                calendar.holidayAt(day).orElse(null));
    }

    private static Reason reason(LocalDate day, Deadline deadline, DayKind kind) {
        if (day.equals(deadline.start())) {
            return Reason.START_DAY;
        }
        return deadline.unit() == DayUnit.CALENDAR_DAYS ? Reason.CALENDAR_DAY : Reason.valueOf(kind.name());
    }
}
