package io.fangwei.policy.entitlements;

import io.fangwei.kernel.calendar.WorkingCalendar;
import java.time.LocalDate;

/** How fast services can be done: one needs so many working days to be arranged and carried out. */
public record Pace(WorkingCalendar calendar, int leadDays) {

    /** The last day on which so many services can still be done by the end of the term. */
    LocalDate lastDayInTime(int remaining, LocalDate to) {
        return calendar.before(to.plusDays(1), remaining * leadDays);
    }
}
