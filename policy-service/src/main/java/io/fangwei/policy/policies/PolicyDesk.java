package io.fangwei.policy.policies;

import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.Own;
import io.fangwei.policy.companies.Companies;
import io.fangwei.policy.insurers.Insurers;
import io.fangwei.policy.policies.PolicyCommand.AcknowledgeDisclosure;
import io.fangwei.policy.policies.PolicyCommand.ActivatePolicy;
import io.fangwei.policy.policies.PolicyCommand.CancelPolicy;
import io.fangwei.policy.policies.PolicyCommand.DraftPolicy;
import io.fangwei.policy.policies.PolicyCommand.ReceivePremium;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Where policies are drafted, disclosed, activated and cancelled, and where premium is recorded. */
@Service
public class PolicyDesk {

    private final Policies policies;
    private final Companies companies;
    private final Insurers insurers;
    private final Clock clock;

    public PolicyDesk(Policies policies, Companies companies, Insurers insurers, Clock clock) {
        this.policies = policies;
        this.companies = companies;
        this.insurers = insurers;
        this.clock = clock;
    }

    public Policy draft(DraftPolicy command) {
        var insurerId = insurers.get(Own.insurer()).getInsurerId();
        var company = companies.get(command.companyId());
        var contract = new Contract(
                command.policyNo(), command.from(), command.to(), command.premium(), command.serviceTerms());
        var id = Ids.of("policy", insurerId, command.policyNo());
        var policy = Policy.of(id, insurerId, company.getCompanyId(), contract, InsuredRisk.of(company));
        return policies.add(policy, policy.draft());
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
        var receipt = new PremiumReceipt(
                CurrentCommand.derivedId("receipt"), command.amount(), command.receivedOn(), command.voucherNo());
        return policies.change(policyId, policy -> {
            var insurer = insurers.get(policy.getInsurerId());
            return policy.receive(
                    receipt, insurer.accrualRateOf(receipt.receivedOn().getYear()), today());
        });
    }

    public Policy get(UUID policyId) {
        return policies.get(policyId);
    }

    public Page<Policy> page(PolicyFilter filter, Pages page) {
        return policies.page(filter, page);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
