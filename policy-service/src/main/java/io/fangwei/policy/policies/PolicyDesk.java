package io.fangwei.policy.policies;

import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.Own;
import io.fangwei.policy.companies.Companies;
import io.fangwei.policy.insurers.AccrualRulebook;
import io.fangwei.policy.insurers.Insurers;
import io.fangwei.policy.policies.PolicyCommand.AcknowledgeComplaintProcedure;
import io.fangwei.policy.policies.PolicyCommand.AcknowledgeDisclosure;
import io.fangwei.policy.policies.PolicyCommand.ActivatePolicy;
import io.fangwei.policy.policies.PolicyCommand.CancelPolicy;
import io.fangwei.policy.policies.PolicyCommand.DraftPolicy;
import io.fangwei.policy.policies.PolicyCommand.EndorsePolicy;
import io.fangwei.policy.policies.PolicyCommand.ReceivePremium;
import io.fangwei.policy.policies.PolicyCommand.RecordClauses;
import io.fangwei.policy.policies.PolicyCommand.RecordHeadcount;
import io.fangwei.policy.policies.PolicyCommand.RedraftPolicy;
import io.fangwei.policy.policies.PolicyCommand.RefundPremium;
import io.fangwei.policy.policies.PolicyCommand.RenewPolicy;
import io.fangwei.policy.rules.PolicyRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where policies are drafted, disclosed, activated and cancelled, and where premium is recorded. */
@Service
public class PolicyDesk {

    private final Policies policies;
    private final Companies companies;
    private final Insurers insurers;
    private final AccrualRulebook rulebook;
    private final Clock clock;

    public PolicyDesk(
            Policies policies, Companies companies, Insurers insurers, AccrualRulebook rulebook, Clock clock) {
        this.policies = policies;
        this.companies = companies;
        this.insurers = insurers;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    public Policy draft(DraftPolicy command) {
        var insurerId = insurers.get(Own.insurer()).getInsurerId();
        var company = companies.get(command.companyId());
        company.requireUnmerged();
        var contract = new Contract(
                command.policyNo(),
                command.from(),
                command.to(),
                command.premium(),
                command.serviceTerms(),
                command.productCode());
        var id = Ids.of("policy", insurerId, command.policyNo());
        var coInsurers = known(command.coInsurers());
        var policy = Policy.of(id, insurerId, company.getCompanyId(), contract, InsuredRisk.of(company), coInsurers);
        return policies.add(policy, policy.draft());
    }

    public Policy redraft(UUID policyId, RedraftPolicy command) {
        var coInsurers = known(command.coInsurers());
        return policies.change(policyId, policy -> {
            var contract = new Contract(
                    policy.getContract().policyNo(),
                    command.from(),
                    command.to(),
                    command.premium(),
                    command.serviceTerms(),
                    policy.getContract().productCode());
            return policy.redraft(contract, coInsurers);
        });
    }

    /** A draft for the time after, with the same services for the company as it is now. */
    public Policy renew(UUID policyId, RenewPolicy command) {
        var ending = policies.get(policyId);
        var id = Ids.of("policy", ending.getInsurerId(), command.policyNo());
        var renewed = ending.getContract().renewed(command.policyNo(), command.to(), command.premium());
        var renewal = ending.renewal(id, renewed, InsuredRisk.of(companies.get(ending.getCompanyId())));
        return policies.add(renewal, renewal.draft());
    }

    public Policy endorse(UUID policyId, EndorsePolicy command) {
        return policies.change(policyId, policy -> {
            var risk = InsuredRisk.of(companies.get(policy.getCompanyId()));
            return policy.endorse(
                    endorsed(policy.getContract(), command),
                    risk.in(Objects.requireNonNullElse(
                            command.area(), policy.getRisk().area())),
                    command.effectiveOn(),
                    command.reasonCode(),
                    command.exceptionReason(),
                    today());
        });
    }

    public Policy recordHeadcount(UUID policyId, RecordHeadcount command) {
        var headcount = new Headcount(command.from(), command.insuredPersons());
        return policies.change(policyId, policy -> policy.recordHeadcount(headcount));
    }

    /** All policies of a company that turned out to be a duplicate go to the one that stays. */
    public void moveAll(UUID duplicateId, UUID survivingId) {
        var page = new Pages(Pages.MOST, null);
        var moving = policies.page(new PolicyFilter(null, null, duplicateId, null, null), page)
                .items();
        while (!moving.isEmpty()) {
            moving.forEach(policy -> policies.change(policy.getPolicyId(), one -> one.moveTo(survivingId)));
            moving = policies.page(new PolicyFilter(null, null, duplicateId, null, null), page)
                    .items();
        }
    }

    public Policy recordClauses(UUID policyId, RecordClauses command) {
        return policies.change(policyId, policy -> policy.recordClauses(command.clauses()));
    }

    public Policy acknowledgeComplaintProcedure(UUID policyId, AcknowledgeComplaintProcedure command) {
        var told = new Disclosure(
                today(), command.version(), CurrentCommand.get().role().name());
        return policies.change(policyId, policy -> policy.acknowledgeComplaintProcedure(told));
    }

    public Policy acknowledgeDisclosure(UUID policyId, AcknowledgeDisclosure command) {
        var by = CurrentCommand.get().role().name();
        var disclosure = new Disclosure(today(), command.version(), by);
        return policies.change(policyId, policy -> policy.acknowledgeDisclosure(disclosure));
    }

    public Policy activate(UUID policyId, ActivatePolicy command) {
        return policies.change(
                policyId,
                policy -> policy.activate(
                        InsuredRisk.of(companies.get(policy.getCompanyId())), command.exceptionReason()));
    }

    public Policy cancel(UUID policyId, CancelPolicy command) {
        return policies.change(policyId, policy -> policy.cancel(command.reasonCode(), today()));
    }

    public Policy receive(UUID policyId, ReceivePremium command) {
        return policies.change(policyId, policy -> {
            var receipt = new PremiumReceipt(
                    CurrentCommand.derivedId("receipt"),
                    command.amount(),
                    command.receivedOn(),
                    command.voucherNo(),
                    share(policy, command.receivedOn()));
            return policy.receive(receipt, today());
        });
    }

    public Policy refund(UUID policyId, RefundPremium command) {
        var refund = new PremiumRefund(
                CurrentCommand.derivedId("refund"),
                command.receiptId(),
                command.amount(),
                command.refundedOn(),
                command.voucherNo());
        return policies.change(policyId, policy -> policy.refund(refund, today()));
    }

    public Policy get(UUID policyId) {
        return policies.get(policyId);
    }

    public Page<Policy> page(PolicyFilter filter, Pages page) {
        return policies.page(filter, page);
    }

    private static Contract endorsed(Contract before, EndorsePolicy command) {
        return new Contract(
                before.policyNo(),
                before.from(),
                Objects.requireNonNullElse(command.to(), before.to()),
                Objects.requireNonNullElse(command.premium(), before.premium()),
                Objects.requireNonNullElse(command.serviceTerms(), before.serviceTerms()),
                before.productCode());
    }

    /** Co-insurers must be registered, though the leading insurer may not see them. */
    private List<CoInsurer> known(@Nullable List<CoInsurer> named) {
        var coInsurers = Objects.requireNonNullElse(named, List.<CoInsurer>of());
        coInsurers.forEach(
                one -> PolicyRule.CO_INSURER_UNKNOWN.require(insurers.isRegistered(one.insurerId()), one.insurerId()));
        return coInsurers;
    }

    /** As the insurer's rate and the rule pack say for the day on which the premium came in. */
    private AccrualShare share(Policy policy, LocalDate receivedOn) {
        var industry = policy.getRisk().industryCode();
        var rate = insurers.get(policy.getInsurerId()).accrualRateOf(receivedOn.getYear(), industry);
        return AccrualShare.within(rulebook.on(receivedOn), rate, receivedOn.getYear(), industry);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
