package io.fangwei.launcher.demo;

import io.fangwei.launcher.demo.Cast.Insurer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which cases of App. E follow from the plot, by plain counting of working days: no service and no engine is asked. */
final class CaseRules {

    private static final int YEAR = 2025;

    private final WorkDays days;
    private final Consumer<PlannedCase> cases;
    private final Set<String> persons = new HashSet<>();

    CaseRules(WorkDays days, Consumer<PlannedCase> cases) {
        this.days = days;
        this.cases = cases;
    }

    void ofPolicy(PolicyPlot policy) {
        if (policy.termless() && policy.activated().getYear() == YEAR) {
            add(policy.insurer().key(), "E-B1-R1", policy.slot());
        }
    }

    void ofLedger(Insurer insurer) {
        if (!ExpenseSteps.keepsItsLedger(insurer)) {
            add(insurer.key(), "E-A8-R1", "pool-" + insurer.key());
        }
    }

    void ofVisit(VisitPlot visit, VisitCourse course) {
        if (!visit.takesPlace()) {
            return;
        }
        var insurer = visit.insurer();
        if (course.confirmed() == null) {
            add(insurer, "E-B3-R1", visit.slot());
        }
        visit.people().forEach(person -> lapsed(visit, person));
        var week = VisitCourse.A_WEEK;
        course.submissions().stream()
                .filter(day -> day.isAfter(days.after(visit.day(), week)))
                .findFirst()
                .ifPresent(day -> late(insurer, "E-B11-R1", visit.slot(), days.after(visit.day(), week), day));
        if (visit.isFeedbackDueFromService()) {
            late(insurer, "E-B12-R1", visit.slot(), days.after(visit.day(), week), course.feedback());
        }
        var heard = course.calledBack();
        var tried = heard == null ? course.attempts().get(course.attempts().size() - 1) : heard;
        late(insurer, "E-B14-R1", visit.slot(), days.after(course.feedback(), week), tried);
        late(insurer, "E-B15-R1", visit.slot(), days.after(tried, week), course.archived());
        if ((visit.has(Flaw.UNREACHABLE) || visit.has(Flaw.INCOMPLETE_ARCHIVE))
                && course.archived().getYear() == YEAR) {
            add(insurer, "E-B15-R2", visit.slot());
        }
    }

    /** One case for each person and year; people of institutions are only proposed to the assessor (AMB-76). */
    private void lapsed(VisitPlot visit, Cast.Professional person) {
        var lapse = person.lapse();
        if (lapse != null
                && !person.isOfInstitution()
                && visit.day().isAfter(person.certificate().to())
                && visit.day().isBefore(lapse.renewedOn())
                && persons.add(visit.insurer() + person.slot())) {
            add(visit.insurer(), "E-B5-R1", person.slot());
        }
    }

    void ofHazard(HazardPlot hazard) {
        late(hazard.visit().insurer(), "E-B9-R1", hazard.slot(), hazard.noticeDue(days), hazard.notified());
    }

    /** One case for each complaint: without an extension in time the reply itself is due (AMB-11). */
    void ofComplaint(ComplaintPlot complaint) {
        var grievance = complaint.grievance();
        if (grievance.category().equals("OPERATION_DISTURBED")
                && !grievance.upheld().equals("REJECTED")) {
            add(grievance.insurer(), "E-B8-R1", complaint.slot());
        }
        if (grievance.course() == ComplaintCourse.WITHDRAWN) {
            return;
        }
        var first = complaint.extended() == null ? complaint.replied() : complaint.extended();
        var due = complaint.replyDue(days);
        if (isLate(due, first)) {
            late(grievance.insurer(), "E-C3-R1", complaint.slot(), due, first);
        } else {
            late(grievance.insurer(), "E-C3-R1", complaint.slot(), complaint.checkDue(days), complaint.replied());
        }
    }

    private void late(String insurer, String rule, String subject, LocalDate due, @Nullable LocalDate done) {
        if (isLate(due, done) && due.getYear() == YEAR) {
            cases.accept(new PlannedCase(insurer, rule, subject, due, done));
        }
    }

    private static boolean isLate(LocalDate due, @Nullable LocalDate done) {
        return done == null ? !due.isAfter(WorkDays.LAST) : done.isAfter(due);
    }

    private void add(String insurer, String rule, String subject) {
        cases.accept(new PlannedCase(insurer, rule, subject, null, null));
    }
}
