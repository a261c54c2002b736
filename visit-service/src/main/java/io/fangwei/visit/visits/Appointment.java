package io.fangwei.visit.visits;

import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.people.ServiceGroup;
import io.fangwei.visit.plans.ServicePlan;
import io.fangwei.visit.policies.InsuredPolicy;
import io.fangwei.visit.problems.VisitRule;
import io.fangwei.visit.visits.VisitCommand.PlanVisit;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a visit is to be, held against plan, policy and group: everything but the standing of its people. */
public record Appointment(
        VisitSubject subject,
        InsuredPolicy.Term term,
        LocalDate plannedOn,
        String place,
        List<UUID> professionalIds,
        List<UUID> groupMemberIds) {

    static Appointment of(UUID visitId, PlanVisit command, ServicePlan plan, InsuredPolicy policy, ServiceGroup group) {
        VisitRule.POLICY_NOT_ACTIVE.require(policy.active(), policy.policyId());
        plan.requireVisitsOf(command.item());
        requireWithin(policy.term(), command.plannedOn());
        var people = command.participantIds().stream().sorted().toList();
        requireEnough(command.item(), people.size());
        group.requireMembers(people);
        var of = plan.getSubject();
        var subject = new VisitSubject(
                visitId, of.planId(), of.policyId(), of.insurerId(), of.companyId(), of.area(), command.item());
        return new Appointment(subject, policy.term(), command.plannedOn(), command.place(), people, group.memberIds());
    }

    static void requireWithin(InsuredPolicy.Term term, LocalDate day) {
        VisitRule.OUTSIDE_POLICY_PERIOD.require(term.contains(day), day, term.from(), term.to());
    }

    private static void requireEnough(ServiceItem item, int planned) {
        VisitRule.TWO_PROFESSIONALS_REQUIRED.require(planned >= item.leastOnSite(), item, item.leastOnSite(), planned);
    }
}
