package io.fangwei.kernel.deadlines;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an event says of a clock that it starts, meets or misses (D2). */
public record ClockFact(
        String rule,
        State state,
        LocalDate start,
        LocalDate due,
        String calendarVersion,
        @Nullable LocalDate endedOn) {

    /** Where a clock stands after the event. */
    public enum State {
        STARTED,
        MET,
        MISSED
    }
}
