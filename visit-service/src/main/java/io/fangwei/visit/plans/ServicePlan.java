package io.fangwei.visit.plans;

import static io.fangwei.visit.plans.PlanStatus.AGREED;
import static io.fangwei.visit.plans.PlanStatus.DRAFT;
import static io.fangwei.visit.plans.PlanStatus.IN_EXECUTION;
import static io.fangwei.visit.plans.PlanStatus.NEGOTIATING;
import static io.fangwei.visit.plans.PlanStatus.TERMINATED;

import io.fangwei.kernel.events.Aggregate;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.people.ServiceGroup;
import io.fangwei.visit.plans.PlanEvent.AgreedItem;
import io.fangwei.visit.plans.PlanEvent.PlanAgreed;
import io.fangwei.visit.plans.PlanEvent.PlanChangeRequested;
import io.fangwei.visit.plans.PlanEvent.PlanConfirmed;
import io.fangwei.visit.plans.PlanEvent.PlanDrafted;
import io.fangwei.visit.plans.PlanEvent.PlanMoved;
import io.fangwei.visit.plans.PlanEvent.PlanRevised;
import io.fangwei.visit.plans.PlanEvent.PlanSent;
import io.fangwei.visit.plans.PlanEvent.PlanStarted;
import io.fangwei.visit.plans.PlanEvent.PlanTerminated;
import io.fangwei.visit.policies.InsuredPolicy;
import io.fangwei.visit.policies.InsuredPolicy.Term;
import io.fangwei.visit.problems.VisitRule;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The service plan of one policy: drafted by the group, negotiated with the company, confirmed by both (CD-5.3.1). */
public final class ServicePlan implements Aggregate {

    private PlanSubject subject;
    private Term term;
    private Set<ServiceItem> contracted;
    private final List<UUID> groupMemberIds;
    private PlanContent content;
    private PlanStatus status = DRAFT;
    private Set<PlanSide> confirmedBy = Set.of();
    private @Nullable String changeRequest;
    private @Nullable LocalDate agreedOn;

    private ServicePlan(
            PlanSubject subject,
            Term term,
            Set<ServiceItem> contracted,
            List<UUID> groupMemberIds,
            PlanContent content) {
        this.subject = subject;
        this.term = term;
        this.contracted = contracted;
        this.groupMemberIds = groupMemberIds;
        this.content = content;
    }

    /** A new plan for a policy in force whose company has its group. */
    public static ServicePlan draft(UUID planId, InsuredPolicy policy, ServiceGroup group, PlanContent content) {
        VisitRule.POLICY_NOT_ACTIVE.require(policy.active(), policy.policyId());
        var subject = new PlanSubject(planId, policy.policyId(), policy.insurerId(), policy.companyId(), policy.area());
        return new ServicePlan(subject, policy.term(), policy.items(), group.memberIds(), content);
    }

    /** What is told of a new plan. */
    public PlanDrafted drafted(LocalDate today) {
        return new PlanDrafted(
                subject.planId(), subject.policyId(), subject.insurerId(), subject.companyId(), subject.area(), today);
    }

    public List<PlanEvent> revise(PlanContent revised, LocalDate today) {
        require(DRAFT);
        content = revised;
        return List.of(new PlanRevised(
                subject.planId(), subject.policyId(), subject.insurerId(), subject.companyId(), subject.area(), today));
    }

    /** An endorsed policy may promise other services, or for another time. */
    void follow(InsuredPolicy policy) {
        term = policy.term();
        contracted = policy.items();
    }

    public List<PlanEvent> send(LocalDate today) {
        require(DRAFT);
        var parts = content.missingParts();
        VisitRule.PLAN_INCOMPLETE.require(parts.isEmpty(), parts);
        var factors = content.missingFactors();
        VisitRule.FACTORS_MISSING.require(factors.isEmpty(), factors);
        var open = content.notCovered(contracted);
        VisitRule.ITEM_NOT_COVERED.require(open.isEmpty(), open);
        status = NEGOTIATING;
        return List.of(new PlanSent(
                subject.planId(), subject.policyId(), subject.insurerId(), subject.companyId(), subject.area(), today));
    }

    public List<PlanEvent> requestChange(String comment, LocalDate today) {
        require(NEGOTIATING);
        status = DRAFT;
        changeRequest = comment;
        confirmedBy = Set.of();
        return List.of(new PlanChangeRequested(
                subject.planId(), subject.policyId(), subject.insurerId(), subject.companyId(), subject.area(), today));
    }

    /** One side says yes; with the second the plan is agreed. */
    public List<PlanEvent> confirm(PlanSide side, LocalDate today) {
        require(NEGOTIATING);
        VisitRule.ALREADY_CONFIRMED.require(!confirmedBy.contains(side), side);
        var confirmed = new PlanConfirmed(
                subject.planId(),
                subject.policyId(),
                subject.insurerId(),
                subject.companyId(),
                subject.area(),
                today,
                side);
        if (confirmedBy.isEmpty()) {
            confirmedBy = Set.of(side);
            return List.of(confirmed);
        }
        confirmedBy = EnumSet.allOf(PlanSide.class);
        status = AGREED;
        agreedOn = today;
        return List.of(confirmed, agreed(today));
    }

    /** The first visit has started; later ones change nothing. */
    public List<PlanEvent> start(LocalDate today) {
        if (status != AGREED) {
            return List.of();
        }
        status = IN_EXECUTION;
        return List.of(new PlanStarted(
                subject.planId(), subject.policyId(), subject.insurerId(), subject.companyId(), subject.area(), today));
    }

    /** The policy was cancelled. */
    public List<PlanEvent> terminate(LocalDate today) {
        if (status == TERMINATED) {
            return List.of();
        }
        status = TERMINATED;
        return List.of(new PlanTerminated(
                subject.planId(), subject.policyId(), subject.insurerId(), subject.companyId(), subject.area(), today));
    }

    /** Its policy belongs to another company now, of which this one was a duplicate. */
    public List<PlanEvent> moveTo(UUID survivingCompanyId) {
        if (subject.companyId().equals(survivingCompanyId)) {
            return List.of();
        }
        subject = subject.at(survivingCompanyId);
        return List.of(new PlanMoved(subject.planId(), survivingCompanyId));
    }

    /** Refuses unless visits of this item may be planned. */
    public void requireVisitsOf(ServiceItem item) {
        VisitRule.PLAN_NOT_AGREED.require(status == AGREED || status == IN_EXECUTION, status);
        VisitRule.ITEM_NOT_IN_PLAN.require(content.covers(item), item);
    }

    private PlanAgreed agreed(LocalDate today) {
        return new PlanAgreed(
                subject.planId(),
                subject.policyId(),
                subject.insurerId(),
                subject.companyId(),
                subject.area(),
                today,
                content.items().stream()
                        .map(one -> new AgreedItem(one.item(), Objects.requireNonNull(one.frequency())))
                        .toList());
    }

    private void require(PlanStatus expected) {
        VisitRule.WRONG_STAGE.require(status == expected, status, expected);
    }

    @Override
    public String status() {
        return status.name();
    }

    public PlanSubject getSubject() {
        return subject;
    }

    public Term getTerm() {
        return term;
    }

    public Set<ServiceItem> getContracted() {
        return contracted;
    }

    public List<UUID> getGroupMemberIds() {
        return groupMemberIds;
    }

    public PlanContent getContent() {
        return content;
    }

    public PlanStatus getStatus() {
        return status;
    }

    public Set<PlanSide> getConfirmedBy() {
        return confirmedBy;
    }

    public @Nullable String getChangeRequest() {
        return changeRequest;
    }

    public @Nullable LocalDate getAgreedOn() {
        return agreedOn;
    }
}
