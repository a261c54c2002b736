package io.fangwei.complaint.complaints;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.Deadline;
import io.fangwei.kernel.deadlines.Recount;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of the insurer and what has become of it.
 *
 * @param endedOn when what it waited for was done
 * @param stoppedOn when there was nothing more to wait for, because the complaint was withdrawn or decided elsewhere
 * @param missTold whether an event has said that it was missed
 */
public record ReplyClock(
        Deadline deadline,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate stoppedOn,
        boolean missTold) {

    /** What has become of a clock. */
    public enum State {
        OPEN,
        MET,
        MISSED,
        STOPPED
    }

    static ReplyClock running(Deadline deadline) {
        return new ReplyClock(deadline, null, null, false);
    }

    /** This clock by its due day in another calendar: what was told missed stays so only if it still is. */
    ReplyClock recounted(Recount recount) {
        var moved = recount.of(deadline);
        return moved.equals(deadline)
                ? this
                : new ReplyClock(moved, endedOn, stoppedOn, missTold && moved.isMissedOn(until(recount.today())));
    }

    /** What an event says of it; of one that was stopped only whether it had been missed by then. */
    ClockFact fact() {
        if (endedOn != null) {
            return deadline.endedOn(endedOn);
        }
        var missed = stoppedOn == null ? missTold : deadline.isMissedOn(stoppedOn);
        return missed ? deadline.overdue() : deadline.started();
    }

    private LocalDate until(LocalDate day) {
        return endedOn != null ? endedOn : stoppedOn != null ? stoppedOn : day;
    }

    boolean runs() {
        return endedOn == null && stoppedOn == null;
    }

    /** Whether it was missed, seen from that day; to have been noticed it need not. */
    boolean isMissedOn(LocalDate day) {
        return deadline.isMissedOn(until(day));
    }

    boolean isMissUntoldOn(LocalDate day) {
        return runs() && !missTold && deadline.isMissedOn(day);
    }

    /** What it is, seen from that day. */
    public State stateOn(LocalDate day) {
        if (isMissedOn(day)) {
            return State.MISSED;
        }
        return endedOn != null ? State.MET : stoppedOn != null ? State.STOPPED : State.OPEN;
    }

    ReplyClock endedOn(LocalDate day) {
        return runs() ? new ReplyClock(deadline, day, null, missTold) : this;
    }

    ReplyClock stoppedOn(LocalDate day) {
        return runs() ? new ReplyClock(deadline, null, day, missTold) : this;
    }

    ReplyClock toldOn(LocalDate day) {
        return isMissUntoldOn(day) ? new ReplyClock(deadline, null, null, true) : this;
    }
}
