package io.fangwei.policy.policies;

import io.fangwei.policy.policies.PolicyEvent.ComplaintProcedureAcknowledged;
import io.fangwei.policy.policies.PolicyEvent.ContractClausesRecorded;
import io.fangwei.policy.policies.PolicyEvent.ContractedItem;
import io.fangwei.policy.policies.PolicyEvent.DisclosureAcknowledged;
import io.fangwei.policy.policies.PolicyEvent.HeadcountRecorded;
import io.fangwei.policy.policies.PolicyEvent.PolicyActivated;
import io.fangwei.policy.policies.PolicyEvent.PolicyCancelled;
import io.fangwei.policy.policies.PolicyEvent.PolicyDrafted;
import io.fangwei.policy.policies.PolicyEvent.PolicyEndorsed;
import io.fangwei.policy.policies.PolicyEvent.PolicyExpired;
import io.fangwei.policy.policies.PolicyEvent.PolicyMoved;
import io.fangwei.policy.policies.PolicyEvent.PolicyRedrafted;
import io.fangwei.policy.policies.PolicyEvent.PremiumReceived;
import io.fangwei.policy.policies.PolicyEvent.PremiumRefunded;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What a policy, as it now stands, tells of what was just done to it. */
record Announcement(
        UUID policyId, UUID insurerId, UUID companyId, Contract contract, InsuredRisk risk, ServiceDuty duty) {

    static Announcement of(Policy policy) {
        var contract = policy.getContract();
        var risk = policy.getRisk();
        return new Announcement(
                policy.getPolicyId(),
                policy.getInsurerId(),
                policy.getCompanyId(),
                contract,
                risk,
                new ServiceDuty(contract, risk));
    }

    List<PolicyEvent> drafted(Policy policy) {
        return List.of(new PolicyDrafted(
                policyId,
                contract.policyNo(),
                insurerId,
                companyId,
                risk.area(),
                contract.from(),
                contract.to(),
                contract.premium(),
                policy.getRenewalOf()));
    }

    List<PolicyEvent> redrafted() {
        return List.of(new PolicyRedrafted(policyId, contract.from(), contract.to(), contract.premium()));
    }

    List<PolicyEvent> disclosed(Disclosure given) {
        return List.of(new DisclosureAcknowledged(
                policyId, insurerId, companyId, risk.area(), given.version(), given.on(), given.by()));
    }

    List<PolicyEvent> complaintProcedureTold(Disclosure given) {
        return List.of(new ComplaintProcedureAcknowledged(
                policyId, insurerId, companyId, risk.area(), given.version(), given.on(), given.by()));
    }

    List<PolicyEvent> clausesRecorded(Clauses clauses) {
        return List.of(new ContractClausesRecorded(
                policyId, insurerId, companyId, risk.area(), clauses.present(), clauses.missing()));
    }

    List<PolicyEvent> activated(Policy policy) {
        return List.of(new PolicyActivated(
                policyId,
                contract.policyNo(),
                insurerId,
                companyId,
                risk.area(),
                risk.industryCode(),
                risk.scale(),
                risk.highRisk(),
                contract.from(),
                contract.to(),
                items(),
                duty.lacksTerms(),
                duty.lacksYearlyService(),
                policy.getComplaintProcedure() != null,
                policy.getCoInsurers()));
    }

    List<PolicyEvent> endorsed(Endorsement newest) {
        return List.of(new PolicyEndorsed(
                policyId,
                contract.policyNo(),
                insurerId,
                companyId,
                risk.area(),
                risk.industryCode(),
                risk.scale(),
                risk.highRisk(),
                newest.version(),
                newest.effectiveOn(),
                contract.from(),
                contract.to(),
                contract.premium(),
                items(),
                duty.lacksTerms(),
                duty.lacksYearlyService(),
                Objects.requireNonNull(newest.reasonCode())));
    }

    List<PolicyEvent> headcountRecorded(Headcount given) {
        return List.of(new HeadcountRecorded(
                policyId, insurerId, companyId, risk.area(), given.from(), given.insuredPersons()));
    }

    List<PolicyEvent> movedFrom(UUID duplicateId) {
        return List.of(new PolicyMoved(policyId, insurerId, duplicateId, companyId, risk.area()));
    }

    List<PolicyEvent> cancelled(LocalDate on, String reasonCode) {
        return List.of(new PolicyCancelled(policyId, insurerId, companyId, risk.area(), on, reasonCode));
    }

    List<PolicyEvent> expired() {
        return List.of(new PolicyExpired(
                policyId, insurerId, companyId, risk.area(), contract.to().plusDays(1)));
    }

    List<PolicyEvent> received(PremiumReceipt receipt) {
        return List.of(new PremiumReceived(
                receipt.receiptId(),
                policyId,
                insurerId,
                companyId,
                risk.area(),
                receipt.amount(),
                receipt.receivedOn(),
                receipt.share().ratio(),
                receipt.share().floor(),
                receipt.share().rulePack()));
    }

    List<PolicyEvent> refunded(PremiumRefund refund, PremiumReceipt receipt) {
        return List.of(new PremiumRefunded(
                refund.refundId(),
                refund.receiptId(),
                policyId,
                insurerId,
                companyId,
                risk.area(),
                refund.amount(),
                refund.refundedOn(),
                receipt.share().ratio()));
    }

    private List<ContractedItem> items() {
        return contract.completeTerms().stream()
                .map(term -> new ContractedItem(
                        term.item(),
                        Objects.requireNonNull(term.frequency()),
                        Objects.requireNonNull(term.period()),
                        term.delivery()))
                .toList();
    }
}
