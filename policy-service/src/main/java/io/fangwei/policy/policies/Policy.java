package io.fangwei.policy.policies;

import static io.fangwei.policy.policies.PolicyStatus.ACTIVE;
import static io.fangwei.policy.policies.PolicyStatus.CANCELLED;
import static io.fangwei.policy.policies.PolicyStatus.DISCLOSED;
import static io.fangwei.policy.policies.PolicyStatus.DRAFT;
import static io.fangwei.policy.policies.PolicyStatus.EXPIRED;

import io.fangwei.kernel.deadlines.Watched;
import io.fangwei.kernel.events.Searchable;
import io.fangwei.policy.policies.PolicyEvent.ContractedItem;
import io.fangwei.policy.policies.PolicyEvent.DisclosureAcknowledged;
import io.fangwei.policy.policies.PolicyEvent.PolicyActivated;
import io.fangwei.policy.policies.PolicyEvent.PolicyCancelled;
import io.fangwei.policy.policies.PolicyEvent.PolicyDrafted;
import io.fangwei.policy.policies.PolicyEvent.PolicyExpired;
import io.fangwei.policy.policies.PolicyEvent.PremiumReceived;
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A contract of work-safety liability insurance with the prevention services it names (CD-3.1, CD-5.1.1). */
public final class Policy implements Watched, Searchable {

    private final UUID policyId;
    private final UUID insurerId;
    private final UUID companyId;
    private final Contract contract;
    private InsuredRisk risk;
    private PolicyStatus status;
    private @Nullable Disclosure disclosure;
    private @Nullable String exceptionReason;
    private List<PremiumReceipt> receipts;

    private Policy(
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            Contract contract,
            InsuredRisk risk,
            PolicyStatus status,
            List<PremiumReceipt> receipts) {
        this.policyId = policyId;
        this.insurerId = insurerId;
        this.companyId = companyId;
        this.contract = contract;
        this.risk = risk;
        this.status = status;
        this.receipts = List.copyOf(receipts);
    }

    public static Policy of(UUID policyId, UUID insurerId, UUID companyId, Contract contract, InsuredRisk risk) {
        PolicyRule.PERIOD_REVERSED.require(!contract.to().isBefore(contract.from()), contract.from(), contract.to());
        return new Policy(policyId, insurerId, companyId, contract, risk, DRAFT, List.of());
    }

    public List<PolicyEvent> draft() {
        return List.of(new PolicyDrafted(
                policyId,
                contract.policyNo(),
                insurerId,
                companyId,
                risk.area(),
                contract.from(),
                contract.to(),
                contract.premium()));
    }

    public List<PolicyEvent> acknowledgeDisclosure(Disclosure given) {
        require(DRAFT);
        disclosure = given;
        status = DISCLOSED;
        return List.of(new DisclosureAcknowledged(
                policyId, insurerId, companyId, risk.area(), given.version(), given.on(), given.by()));
    }

    /** @param current what the company is now; the policy keeps it from here on */
    public List<PolicyEvent> activate(InsuredRisk current, @Nullable String exception) {
        PolicyRule.DISCLOSURE_MISSING.require(status != DRAFT, contract.policyNo());
        require(DISCLOSED);
        var complete = contract.completeTerms();
        var missing = complete.isEmpty();
        PolicyRule.SERVICE_TERMS_MISSING.require(
                !missing || exception != null && !exception.isBlank(), contract.policyNo());
        risk = current;
        exceptionReason = missing ? exception : null;
        status = ACTIVE;
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
                complete.stream().map(Policy::item).toList(),
                missing));
    }

    public List<PolicyEvent> cancel(String reasonCode, LocalDate today) {
        require(DRAFT, DISCLOSED, ACTIVE);
        status = CANCELLED;
        return List.of(new PolicyCancelled(policyId, insurerId, companyId, risk.area(), today, reasonCode));
    }

    /** @param ratio share to be set aside, of the year in which the premium came in (CD-5.1.4a) */
    public List<PolicyEvent> receive(PremiumReceipt receipt, BigDecimal ratio, LocalDate today) {
        if (receipts.stream().anyMatch(known -> known.receiptId().equals(receipt.receiptId()))) {
            return List.of();
        }
        PolicyRule.POLICY_NOT_ACTIVE.require(status == ACTIVE, contract.policyNo(), status);
        PolicyRule.RECEIVED_IN_FUTURE.require(!receipt.receivedOn().isAfter(today), receipt.receivedOn(), today);
        var received = getReceived();
        PolicyRule.PREMIUM_EXCEEDED.require(
                received.add(receipt.amount()).compareTo(contract.premium()) <= 0,
                contract.premium().toPlainString(),
                received.toPlainString(),
                receipt.amount().toPlainString());
        receipts = Stream.concat(receipts.stream(), Stream.of(receipt)).toList();
        return List.of(new PremiumReceived(
                receipt.receiptId(),
                policyId,
                insurerId,
                companyId,
                risk.area(),
                receipt.amount(),
                receipt.receivedOn(),
                ratio));
    }

    /** An active policy is insured to the end of its last day. */
    @Override
    public Optional<LocalDate> nextDue() {
        return status == ACTIVE ? Optional.of(contract.to()) : Optional.empty();
    }

    @Override
    public List<PolicyEvent> noticeOverdue(LocalDate today) {
        if (status != ACTIVE || !today.isAfter(contract.to())) {
            return List.of();
        }
        status = EXPIRED;
        return List.of(new PolicyExpired(
                policyId, insurerId, companyId, risk.area(), contract.to().plusDays(1)));
    }

    @Override
    public List<String> searchTexts() {
        return List.of(contract.policyNo());
    }

    @Override
    public String status() {
        return status.name();
    }

    private void require(PolicyStatus... allowed) {
        PolicyRule.WRONG_POLICY_STATUS.require(Set.of(allowed).contains(status), contract.policyNo(), status);
    }

    private static ContractedItem item(ServiceTerm term) {
        return new ContractedItem(
                term.item(), Objects.requireNonNull(term.frequency()), Objects.requireNonNull(term.period()));
    }

    public UUID getPolicyId() {
        return policyId;
    }

    public UUID getInsurerId() {
        return insurerId;
    }

    public UUID getCompanyId() {
        return companyId;
    }

    public Contract getContract() {
        return contract;
    }

    public InsuredRisk getRisk() {
        return risk;
    }

    public PolicyStatus getStatus() {
        return status;
    }

    public @Nullable Disclosure getDisclosure() {
        return disclosure;
    }

    public @Nullable String getExceptionReason() {
        return exceptionReason;
    }

    public List<PremiumReceipt> getReceipts() {
        return receipts;
    }

    public BigDecimal getReceived() {
        return receipts.stream().map(PremiumReceipt::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
