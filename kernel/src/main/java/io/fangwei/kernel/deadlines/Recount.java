package io.fangwei.kernel.deadlines;

import io.fangwei.kernel.calendar.WorkingCalendar;
import java.time.LocalDate;

/**
 * Counting clocks anew by a calendar that was published. Open, met and missed ones move alike; the place where those of an
 * evaluation year that is frozen will stay as they are is here (D4): no service knows such a year yet, so none is frozen.
 *
 * @param today the day on which it is done: by it an open clock is overdue or not
 */
public record Recount(WorkingCalendar calendar, LocalDate today) {

    /** Where this calendar has the deadline; itself if that is where it stands. */
    public Deadline of(Deadline deadline) {
        return deadline.recounted(calendar);
    }
}
