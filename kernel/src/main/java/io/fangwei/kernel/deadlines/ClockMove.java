package io.fangwei.kernel.deadlines;

import java.time.LocalDate;

/**
 * That a clock, known by its rule and start, was due on another day before it was counted anew.
 *
 * @param wasDue the due day that no longer holds
 */
public record ClockMove(String rule, LocalDate start, LocalDate wasDue) {

    public static ClockMove from(Deadline before) {
        return new ClockMove(before.rule(), before.start(), before.due());
    }
}
