package io.fangwei.launcher.demo;

import io.fangwei.launcher.demo.Cast.Professional;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One visit of the demo year.
 *
 * @param day when it takes place
 * @param appointed when it was meant to take place at first, if it was put off
 * @param people the first of whom acts for all
 * @param lastDay whether the record is handed in on the last day allowed
 */
record VisitPlot(
        int no,
        PolicyPlot policy,
        String item,
        LocalDate day,
        @Nullable LocalDate appointed,
        List<Professional> people,
        Set<Flaw> flaws,
        boolean lastDay) {

    static final String RISK_ASSESSMENT = "RISK_ASSESSMENT";
    static final String HAZARD_SCREENING = "HAZARD_SCREENING";

    VisitPlot {
        flaws = flaws.isEmpty() ? Set.of() : Set.copyOf(flaws);
    }

    String slot() {
        return "visit-" + no;
    }

    String insurer() {
        return policy.insurer().key();
    }

    String actor() {
        return people.get(0).user();
    }

    boolean has(Flaw flaw) {
        return flaws.contains(flaw);
    }

    /** Whether feedback is due so many days after the service, not after the review. */
    boolean isFeedbackDueFromService() {
        return item.equals(RISK_ASSESSMENT) || item.equals(HAZARD_SCREENING);
    }

    boolean takesPlace() {
        return !has(Flaw.CANCELLED) && !has(Flaw.REFUSED) && !day.isAfter(WorkDays.LAST);
    }

    VisitPlot with(Flaw flaw) {
        var more = flaws.isEmpty() ? EnumSet.noneOf(Flaw.class) : EnumSet.copyOf(flaws);
        more.add(flaw);
        return new VisitPlot(no, policy, item, day, appointed, people, more, lastDay);
    }
}
