package io.fangwei.visit.visits;

import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.visit.people.Roster;
import io.fangwei.visit.people.Standing;
import io.fangwei.visit.plans.ServicePlans;
import io.fangwei.visit.policies.InsuredPolicies;
import io.fangwei.visit.policies.InsuredPolicy;
import io.fangwei.visit.problems.VisitRule;
import io.fangwei.visit.visits.VisitCommand.Cancel;
import io.fangwei.visit.visits.VisitCommand.Confirm;
import io.fangwei.visit.visits.VisitCommand.PlanVisit;
import io.fangwei.visit.visits.VisitCommand.Refuse;
import io.fangwei.visit.visits.VisitCommand.Reschedule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Where visits are planned and agreed with the company, before anybody goes there. */
@Service
public class AppointmentDesk {

    private final Visits visits;
    private final ServicePlans plans;
    private final InsuredPolicies policies;
    private final Roster roster;
    private final Deadlines deadlines;
    private final Clock clock;

    AppointmentDesk(
            Visits visits,
            ServicePlans plans,
            InsuredPolicies policies,
            Roster roster,
            Deadlines deadlines,
            Clock clock) {
        this.visits = visits;
        this.plans = plans;
        this.policies = policies;
        this.roster = roster;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Visit plan(PlanVisit command) {
        var id = CurrentCommand.derivedId("visit");
        return visits.create(id, () -> begun(id, command), visit -> List.of(visit.planned(today())));
    }

    private Visit begun(UUID id, PlanVisit command) {
        var appointment = appointment(id, command);
        var standings = roster.standings(
                appointment.subject().insurerId(),
                command.item(),
                appointment.plannedOn(),
                appointment.professionalIds());
        return Visit.plan(appointment, standings);
    }

    public Visit reschedule(UUID id, Reschedule command) {
        return visits.change(id, visit -> {
            policies.find(visit.getSubject().policyId(), command.plannedOn())
                    .map(InsuredPolicy::term)
                    .ifPresent(visit::follow);
            return visit.reschedule(command, today());
        });
    }

    public Visit confirm(UUID id, Confirm command, Actor actor) {
        return visits.change(id, visit -> visit.confirm(command, actor, today()));
    }

    public Visit cancel(UUID id, Cancel command) {
        return visits.change(id, visit -> visit.cancel(command.reasonCode(), today()));
    }

    public Visit refuse(UUID id, Refuse command) {
        return visits.change(id, visit -> visit.refuse(command, today(), deadlines));
    }

    public Visit reportNonCooperation(UUID id) {
        return visits.change(id, visit -> visit.reportNonCooperation(today()));
    }

    public void resolve(UUID id, List<Standing> answers) {
        visits.change(id, visit -> visit.resolve(answers, today()));
    }

    /** All visits under a policy go with it to the company that stays. */
    public void policyMoved(UUID policyId, UUID duplicateId, UUID survivingId) {
        var filter = new Visits.Filter(null, duplicateId, null);
        String after = null;
        do {
            var page = visits.list(filter, Pages.of(Pages.MOST, after));
            page.items().stream()
                    .map(Visit::getSubject)
                    .filter(subject -> subject.policyId().equals(policyId))
                    .forEach(subject -> visits.change(subject.visitId(), visit -> visit.moveTo(survivingId)));
            after = page.next();
        } while (after != null);
    }

    public Visit get(UUID id) {
        return visits.get(id);
    }

    public Page<Visit> list(Visits.Filter filter, Pages pages) {
        return visits.list(filter, pages);
    }

    private Appointment appointment(UUID id, PlanVisit command) {
        var plan = plans.get(command.planId());
        var policyId = plan.getSubject().policyId();
        var policy = policies.find(policyId, command.plannedOn())
                .orElseThrow(() -> VisitRule.POLICY_NOT_ACTIVE.broken(policyId));
        return Appointment.of(id, command, plan, policy, roster.groupOf(policyId));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
