package io.fangwei.policy.entitlements;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.Deadline;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The assessment or screening that a policy year of a large or medium company of a high-risk industry needs (CLK-16). */
public record YearlyService(Deadline deadline, @Nullable LocalDate doneOn, boolean missed) {

    boolean isOpen() {
        return doneOn == null && !missed;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(deadline.start()) && !day.isAfter(deadline.due());
    }

    boolean isSameYearAs(YearlyService other) {
        return deadline.start().equals(other.deadline.start()) && deadline.due().equals(other.deadline.due());
    }

    YearlyService done(LocalDate on) {
        return new YearlyService(deadline, on, missed);
    }

    YearlyService asMissed() {
        return new YearlyService(deadline, doneOn, true);
    }

    ClockFact fact() {
        return doneOn != null ? deadline.endedOn(doneOn) : missed ? deadline.overdue() : deadline.started();
    }
}
