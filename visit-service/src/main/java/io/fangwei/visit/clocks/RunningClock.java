package io.fangwei.visit.clocks;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.Deadline;
import io.fangwei.kernel.deadlines.Recount;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One clock and how it ended, if it did.
 *
 * @param noticed true once its overdue event was recorded
 */
public record RunningClock(Deadline deadline, @Nullable LocalDate endedOn, boolean noticed) {

    /** Where a clock stands. */
    public enum State {
        OPEN,
        MET,
        MISSED
    }

    static RunningClock started(Deadline deadline) {
        return new RunningClock(deadline, null, false);
    }

    public String rule() {
        return deadline.rule();
    }

    public boolean isOpen() {
        return endedOn == null;
    }

    public State state() {
        if (endedOn == null) {
            return noticed ? State.MISSED : State.OPEN;
        }
        return deadline.isMissedOn(endedOn) ? State.MISSED : State.MET;
    }

    boolean isToBeNoticed() {
        return isOpen() && !noticed;
    }

    boolean isToBeNoticedOn(LocalDate today) {
        return isToBeNoticed() && deadline.isMissedOn(today);
    }

    RunningClock endedOn(LocalDate day) {
        return new RunningClock(deadline, day, noticed);
    }

    RunningClock reopened() {
        return new RunningClock(deadline, null, noticed);
    }

    RunningClock noticedOn(LocalDate today) {
        return isToBeNoticedOn(today) ? new RunningClock(deadline, endedOn, true) : this;
    }

    /** This clock by its due day in another calendar: what was noticed stays so only if it is still late. */
    RunningClock recounted(Recount recount) {
        var moved = recount.of(deadline);
        return moved.equals(deadline)
                ? this
                : new RunningClock(
                        moved,
                        endedOn,
                        noticed && moved.isMissedOn(Objects.requireNonNullElse(endedOn, recount.today())));
    }

    ClockFact fact() {
        if (endedOn != null) {
            return deadline.endedOn(endedOn);
        }
        return noticed ? deadline.overdue() : deadline.started();
    }
}
