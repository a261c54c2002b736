package io.fangwei.launcher.demo;

import io.fangwei.launcher.demo.Story.Grievance;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One complaint of the demo year with the days of its course.
 *
 * @param visit what it is about, if not the whole policy
 * @param received the day from which its clocks run
 * @param extended none where the longer time is not taken
 * @param replied none where nobody answers
 */
record ComplaintPlot(
        int no,
        Grievance grievance,
        PolicyPlot policy,
        @Nullable VisitPlot visit,
        LocalDate received,
        LocalDate filed,
        LocalDate registered,
        @Nullable LocalDate extended,
        @Nullable LocalDate replied) {

    /** CLK-08 and CLK-09 in working days. */
    static final int TO_REPLY = 7;

    static final int TO_CHECK = 30;

    static ComplaintPlot of(int no, Grievance grievance, PolicyPlot policy, @Nullable VisitPlot visit, WorkDays days) {
        var filed = days.onOrAfter(grievance.on());
        var received = grievance.isFiledByStaff() ? days.before(filed, 1) : filed;
        var replyDue = days.after(received, TO_REPLY);
        var checkDue = days.after(received, TO_CHECK);
        var extended = switch (grievance.course()) {
            case EXTENDED, EXTENDED_LATE, OPEN -> days.before(replyDue, 2);
            case LATE_EXTENSION -> days.after(replyDue, 2);
            default -> null;
        };
        var replied = switch (grievance.course()) {
            case WITHDRAWN, OPEN, NEVER -> null;
            case LATE -> days.after(replyDue, 3);
            case EXTENDED, LATE_EXTENSION -> days.before(checkDue, 8);
            case EXTENDED_LATE -> days.after(checkDue, 4);
            default -> days.before(replyDue, 2);
        };
        return new ComplaintPlot(
                no, grievance, policy, visit, received, filed, days.after(filed, 1), extended, replied);
    }

    String slot() {
        return "complaint-" + no;
    }

    LocalDate replyDue(WorkDays days) {
        return days.after(received, TO_REPLY);
    }

    LocalDate checkDue(WorkDays days) {
        return days.after(received, TO_CHECK);
    }
}
