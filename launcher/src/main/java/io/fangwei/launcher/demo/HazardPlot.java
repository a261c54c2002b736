package io.fangwei.launcher.demo;

import io.fangwei.launcher.demo.Story.FoundHazard;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One hazard of the demo year.
 *
 * @param notified none if the written notice is forgotten
 * @param fate how it ends
 */
record HazardPlot(
        int no,
        VisitPlot visit,
        FoundHazard found,
        @Nullable LocalDate notified,
        Fate fate) {

    /** How a hazard ends. */
    enum Fate {
        TREATED,
        /** treated after the limit that the company set itself */
        TREATED_LATE,
        /** treated only at the second try */
        TREATED_AGAIN,
        /** the company does not treat it, and the insurer tells the authority */
        REPORTED,
        /** nothing happens any more */
        LEFT_OPEN
    }

    String slot() {
        return "hazard-" + no;
    }

    /** The last day for the written notice: at once for a major one (CLK-11), else seven working days (CLK-10). */
    LocalDate noticeDue(WorkDays days) {
        return found.isMajor() ? visit.day() : days.after(visit.day(), VisitCourse.A_WEEK);
    }
}
