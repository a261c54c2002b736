package io.fangwei.kernel.deadlines;

import io.fangwei.kernel.events.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An aggregate whose clocks, also met and missed ones, are counted anew when a year of the calendar is published (D4). */
public interface Recounted extends Watched {

    /** The latest due day of all its clocks, ended or not; a year that begins after it moves none of them. */
    Optional<LocalDate> lastDue();

    /**
     * Moves the due days of clocks to where the calendar has them. Tells of every clock that moved and how it stands by its
     * new due day, so that an overdue that was raised wrongly is withdrawn; counting twice changes nothing.
     */
    List<? extends Event> recount(Recount recount);
}
