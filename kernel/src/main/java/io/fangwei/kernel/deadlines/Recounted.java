package io.fangwei.kernel.deadlines;

import io.fangwei.kernel.calendar.WorkingCalendar;
import io.fangwei.kernel.events.Event;
import java.util.List;

/** An aggregate whose open clocks are counted anew when a year of the calendar is published (D4). */
public interface Recounted extends Watched {

    /**
     * Moves the due days of open clocks to where the calendar has them. Tells of every clock that moved; counting twice
     * changes nothing.
     */
    List<? extends Event> recount(WorkingCalendar calendar);
}
