package io.fangwei.policy.calendars;

import io.fangwei.kernel.deadlines.ClockFact.State;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock that runs or ran in some service, as its events tell (D2).
 *
 * @param subjectId what it runs on
 * @param rule of the requirements, for example CLK-01
 */
public record KnownClock(
        String service,
        UUID subjectId,
        String rule,
        State state,
        LocalDate start,
        LocalDate due,
        @Nullable LocalDate endedOn,
        @Nullable UUID insurerId) {

    /** How it would stand if it were due on another day. */
    State ifDue(LocalDate other, LocalDate today) {
        if (Objects.requireNonNullElse(endedOn, today).isAfter(other)) {
            return State.MISSED;
        }
        return endedOn == null ? State.STARTED : State.MET;
    }
}
