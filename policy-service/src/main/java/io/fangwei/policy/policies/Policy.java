package io.fangwei.policy.policies;

import static io.fangwei.policy.policies.PolicyStatus.ACTIVE;
import static io.fangwei.policy.policies.PolicyStatus.CANCELLED;
import static io.fangwei.policy.policies.PolicyStatus.DISCLOSED;
import static io.fangwei.policy.policies.PolicyStatus.DRAFT;
import static io.fangwei.policy.policies.PolicyStatus.EXPIRED;

import io.fangwei.kernel.deadlines.Watched;
import io.fangwei.kernel.events.Searchable;
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contract of work-safety liability insurance with the prevention services it names (CD-3.1, CD-5.1.1). */
public final class Policy implements Watched, Searchable {

    private final UUID policyId;
    private final UUID insurerId;
    private UUID companyId;
    private Contract contract;
    private @Nullable UUID renewalOf;
    private InsuredRisk risk;
    private PolicyStatus status = DRAFT;
    private @Nullable Disclosure disclosure;
    private @Nullable String exceptionReason;
    private List<PremiumReceipt> receipts = List.of();
    private List<PremiumRefund> refunds = List.of();
    private List<Endorsement> endorsements = List.of();
    private List<CoInsurer> coInsurers = List.of();
    private List<ClauseFound> clauses = List.of();
    private @Nullable Disclosure complaintProcedure;
    private List<Headcount> headcounts = List.of();

    private Policy(UUID policyId, UUID insurerId, UUID companyId, Contract contract, InsuredRisk risk) {
        this.policyId = policyId;
        this.insurerId = insurerId;
        this.companyId = companyId;
        this.contract = contract;
        this.risk = risk;
    }

    public static Policy of(UUID policyId, UUID insurerId, UUID companyId, Contract contract, InsuredRisk risk) {
        return of(policyId, insurerId, companyId, contract, risk, List.of());
    }

    /** @param coInsurers who bears the risk together with the insurer, which leads (AMB-73) */
    public static Policy of(
            UUID policyId,
            UUID insurerId,
            UUID companyId,
            Contract contract,
            InsuredRisk risk,
            List<CoInsurer> coInsurers) {
        contract.requirePeriod();
        var policy = new Policy(policyId, insurerId, companyId, contract, risk);
        policy.coInsurers = policy.sharing(coInsurers);
        return policy;
    }

    /** A new draft that copies what is known of this policy. */
    public Policy renewal(UUID newPolicyId, Contract renewed, InsuredRisk current) {
        require(ACTIVE, EXPIRED);
        var renewal = of(newPolicyId, insurerId, companyId, renewed, current, coInsurers);
        renewal.renewalOf = policyId;
        renewal.clauses = clauses;
        return renewal;
    }

    public List<PolicyEvent> draft() {
        return announce().drafted(this);
    }

    /** Nobody was told of the draft yet: it may be written anew under its number. */
    public List<PolicyEvent> redraft(Contract given, List<CoInsurer> givenCoInsurers) {
        require(DRAFT);
        given.requirePeriod();
        coInsurers = sharing(givenCoInsurers);
        contract = given;
        return announce().redrafted();
    }

    public List<PolicyEvent> acknowledgeDisclosure(Disclosure given) {
        require(DRAFT);
        disclosure = given;
        status = DISCLOSED;
        return announce().disclosed(given);
    }

    /** The insured was told how to complain and how disputes are settled (CD-5.4.1.1b). */
    public List<PolicyEvent> acknowledgeComplaintProcedure(Disclosure given) {
        require(DRAFT, DISCLOSED, ACTIVE);
        complaintProcedure = given;
        return announce().complaintProcedureTold(given);
    }

    /** Says anew which of the clauses of GS-7 the contract has. */
    public List<PolicyEvent> recordClauses(List<ClauseFound> found) {
        require(DRAFT, DISCLOSED, ACTIVE);
        var recorded = Clauses.of(found, contract.policyNo());
        clauses = recorded.found();
        return announce().clausesRecorded(recorded);
    }

    /** @param current what the company is now; the policy keeps it from here on */
    public List<PolicyEvent> activate(InsuredRisk current, @Nullable String exception) {
        PolicyRule.DISCLOSURE_MISSING.require(status != DRAFT, contract.policyNo());
        require(DISCLOSED);
        var duty = new ServiceDuty(contract, current);
        duty.require(exception);
        risk = current;
        exceptionReason = duty.isNeglected() ? exception : null;
        status = ACTIVE;
        return announce().activated(this);
    }

    /** Changes the contract from a day on; how it stood before stays readable. */
    public List<PolicyEvent> endorse(
            Contract given,
            InsuredRisk current,
            LocalDate effectiveOn,
            String reasonCode,
            @Nullable String exception,
            LocalDate today) {
        require(ACTIVE);
        given.requirePeriod();
        var versions = versions().with(given, current, effectiveOn, reasonCode, today);
        premiums().requireCovered(given.premium());
        var duty = new ServiceDuty(given, current);
        duty.require(exception);
        endorsements = versions.all();
        contract = given;
        risk = current;
        exceptionReason = duty.isNeglected() ? exception : exceptionReason;
        return announce().endorsed(versions.newest());
    }

    /** So many persons are insured from a day on. */
    public List<PolicyEvent> recordHeadcount(Headcount given) {
        require(DRAFT, DISCLOSED, ACTIVE);
        headcounts = new Headcounts(headcounts).with(given, contract).all();
        return announce().headcountRecorded(given);
    }

    /** The duplicate company that it was written for is another one. */
    public List<PolicyEvent> moveTo(UUID survivingCompanyId) {
        if (companyId.equals(survivingCompanyId)) {
            return List.of();
        }
        var before = companyId;
        companyId = survivingCompanyId;
        return announce().movedFrom(before);
    }

    public List<PolicyEvent> cancel(String reasonCode, LocalDate today) {
        require(DRAFT, DISCLOSED, ACTIVE);
        status = CANCELLED;
        return announce().cancelled(today, reasonCode);
    }

    /** Premium comes in, of which a share is to be set aside (CD-5.1.4a). */
    public List<PolicyEvent> receive(PremiumReceipt receipt, LocalDate today) {
        if (premiums().knows(receipt)) {
            return List.of();
        }
        PolicyRule.POLICY_NOT_ACTIVE.require(status == ACTIVE, contract.policyNo(), status);
        receipts = premiums().with(receipt, contract.premium(), today).receipts();
        return announce().received(receipt);
    }

    /** Premium of a receipt goes back, never more than came in by it. */
    public List<PolicyEvent> refund(PremiumRefund refund, LocalDate today) {
        if (premiums().knows(refund)) {
            return List.of();
        }
        refunds = premiums().with(refund, today).refunds();
        return announce().refunded(refund, premiums().receiptOf(refund));
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
        return announce().expired();
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

    private List<CoInsurer> sharing(List<CoInsurer> others) {
        return CoInsurance.of(others, insurerId, contract.policyNo()).others();
    }

    private Premiums premiums() {
        return new Premiums(receipts, refunds);
    }

    private Versions versions() {
        return Versions.of(endorsements, contract, risk);
    }

    private Announcement announce() {
        return Announcement.of(this);
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

    public List<PremiumRefund> getRefunds() {
        return refunds;
    }

    /** What came in and did not go back. */
    public BigDecimal getReceived() {
        return premiums().received();
    }

    public List<CoInsurer> getCoInsurers() {
        return coInsurers;
    }

    public List<ClauseFound> getClauses() {
        return clauses;
    }

    public List<ContractClause> getMissingClauses() {
        return new Clauses(clauses).missing();
    }

    public @Nullable Disclosure getComplaintProcedure() {
        return complaintProcedure;
    }

    public @Nullable UUID getRenewalOf() {
        return renewalOf;
    }

    /** How the contract stood and stands, the first version first. */
    public List<Endorsement> getVersions() {
        return versions().all();
    }

    /** How the contract stands on a day; before its first day, as it was concluded. */
    public Endorsement versionOn(LocalDate day) {
        return versions().on(day);
    }

    /** What this contract should name and does not, as long as it is undecided. */
    public List<ServiceTerm> getProposedTerms() {
        var undecided = status == DRAFT || status == DISCLOSED;
        return undecided ? new ServiceDuty(contract, risk).proposedTerms() : List.of();
    }

    public List<Headcount> getHeadcounts() {
        return headcounts;
    }
}
