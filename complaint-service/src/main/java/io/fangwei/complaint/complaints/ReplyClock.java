package io.fangwei.complaint.complaints;

import io.fangwei.kernel.calendar.WorkingCalendar;
import io.fangwei.kernel.deadlines.Deadline;
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

    /** A running clock with the due day that this calendar gives. */
    ReplyClock recounted(WorkingCalendar calendar) {
        return runs() && !missTold ? new ReplyClock(deadline.recounted(calendar), null, null, false) : this;
    }

    boolean runs() {
        return endedOn == null && stoppedOn == null;
    }

    /** Whether it was missed, seen from that day; to have been noticed it need not. */
    boolean isMissedOn(LocalDate day) {
        var until = endedOn != null ? endedOn : stoppedOn != null ? stoppedOn : day;
        return deadline.isMissedOn(until);
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
