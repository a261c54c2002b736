package io.fangwei.visit.plans;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.visit.people.Roster;
import io.fangwei.visit.plans.PlanCommand.DraftPlan;
import io.fangwei.visit.plans.PlanCommand.RequestChange;
import io.fangwei.visit.policies.InsuredPolicies;
import io.fangwei.visit.problems.VisitRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where plans are drawn up and agreed. */
@Service
public class PlanDesk {

    private final ServicePlans plans;
    private final InsuredPolicies policies;
    private final Roster roster;
    private final Clock clock;

    PlanDesk(ServicePlans plans, InsuredPolicies policies, Roster roster, Clock clock) {
        this.plans = plans;
        this.policies = policies;
        this.roster = roster;
        this.clock = clock;
    }

    public ServicePlan draft(@Nullable UUID insurerId, DraftPlan command) {
        var id = plans.idOf(command.policyId());
        return plans.create(id, () -> begun(id, insurerId, command), plan -> List.of(plan.drafted(today())));
    }

    private ServicePlan begun(UUID id, @Nullable UUID insurerId, DraftPlan command) {
        var policy = policies.find(command.policyId(), today())
                .filter(known -> known.insurerId().equals(insurerId))
                .orElseThrow(() -> VisitRule.POLICY_NOT_ACTIVE.broken(command.policyId()));
        return ServicePlan.draft(id, policy, roster.groupOf(policy.policyId()), command.content());
    }

    public ServicePlan revise(UUID id, PlanContent content) {
        return plans.change(id, plan -> plan.revise(content, today()));
    }

    public ServicePlan send(UUID id) {
        return plans.change(id, plan -> {
            policies.find(plan.getSubject().policyId(), today()).ifPresent(plan::follow);
            return plan.send(today());
        });
    }

    public ServicePlan requestChange(UUID id, RequestChange command) {
        return plans.change(id, plan -> plan.requestChange(command.comment(), today()));
    }

    public ServicePlan confirm(UUID id, PlanSide side) {
        return plans.change(id, plan -> plan.confirm(side, today()));
    }

    public void firstVisitStarted(UUID id) {
        plans.change(id, plan -> plan.start(today()));
    }

    /** Ends the plan of a cancelled policy, if it has one. */
    public void policyCancelled(UUID policyId) {
        var id = plans.idOf(policyId);
        if (plans.find(id).isPresent()) {
            plans.change(id, plan -> plan.terminate(today()));
        }
    }

    /** The plan of a policy, if it has one, is for the company to which the policy belongs now. */
    public void policyMoved(UUID policyId, UUID companyId) {
        var id = plans.idOf(policyId);
        if (plans.find(id).isPresent()) {
            plans.change(id, plan -> plan.moveTo(companyId));
        }
    }

    public ServicePlan get(UUID id) {
        return plans.get(id);
    }

    public Page<ServicePlan> list(Pages pages) {
        return plans.list(pages);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
