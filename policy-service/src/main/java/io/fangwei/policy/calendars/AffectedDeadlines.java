package io.fangwei.policy.calendars;

import java.time.LocalDate;
import java.util.List;

/**
 * What a proposed year would do to the deadlines that run now.
 *
 * @param open how many clocks end in that year or later
 * @param affected how many of them would move
 * @param deadlines the first of those that would move
 */
public record AffectedDeadlines(int year, int open, int affected, List<Moved> deadlines) {

    /** So many are shown. */
    public static final int SHOWN = 200;

    /** A deadline and the day to which it would move. */
    public record Moved(OpenClock clock, LocalDate newDue) {}

    public AffectedDeadlines {
        deadlines = List.copyOf(deadlines);
    }
}
