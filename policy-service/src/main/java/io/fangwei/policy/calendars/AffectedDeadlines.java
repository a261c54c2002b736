package io.fangwei.policy.calendars;

import io.fangwei.kernel.deadlines.ClockFact.State;
import java.time.LocalDate;
import java.util.List;

/**
 * What a proposed year would do to the deadlines that run now, and to those that were met or missed.
 *
 * @param open how many clocks run and end in that year or later
 * @param ended how many of those due in that year or later were met or told missed
 * @param affected how many of both would move
 * @param withdrawn how many are missed now and would not be
 * @param raised how many are not missed now and would be
 * @param deadlines the first of those that would move
 */
public record AffectedDeadlines(
        int year, int open, int ended, int affected, int withdrawn, int raised, List<Moved> deadlines) {

    /** So many are shown. */
    public static final int SHOWN = 200;

    /** A deadline, the day to which it would move, and how it would stand then. */
    public record Moved(KnownClock clock, LocalDate newDue, State newState) {

        boolean isWithdrawn() {
            return clock.state() == State.MISSED && newState != State.MISSED;
        }

        boolean isRaised() {
            return clock.state() != State.MISSED && newState == State.MISSED;
        }
    }

    public AffectedDeadlines {
        deadlines = List.copyOf(deadlines);
    }
}
