package io.fangwei.policy.policies;

import static io.fangwei.policy.policies.PolicyStatus.ACTIVE;
import static io.fangwei.policy.policies.PolicyStatus.CANCELLED;
import static io.fangwei.policy.policies.PolicyStatus.DISCLOSED;
import static io.fangwei.policy.policies.PolicyStatus.DRAFT;
import static io.fangwei.policy.policies.PolicyStatus.EXPIRED;

import io.fangwei.kernel.deadlines.Watched;
import io.fangwei.kernel.events.Searchable;
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
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
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
    private UUID companyId;
    private Contract contract;
    private @Nullable UUID renewalOf;
    private InsuredRisk risk;
    private PolicyStatus status;
    private @Nullable Disclosure disclosure;
    private @Nullable String exceptionReason;
    private List<PremiumReceipt> receipts;
    private List<PremiumRefund> refunds = List.of();
    private List<Endorsement> endorsements = List.of();
    private List<CoInsurer> coInsurers = List.of();
    private List<ClauseFound> clauses = List.of();
    private @Nullable Disclosure complaintProcedure;
    private List<Headcount> headcounts = List.of();

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
        requirePeriod(contract);
        var policy = new Policy(policyId, insurerId, companyId, contract, risk, DRAFT, List.of());
        policy.shareWith(coInsurers);
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
        return List.of(new PolicyDrafted(
                policyId,
                contract.policyNo(),
                insurerId,
                companyId,
                risk.area(),
                contract.from(),
                contract.to(),
                contract.premium(),
                renewalOf));
    }

    /** Nobody was told of the draft yet: it may be written anew under its number. */
    public List<PolicyEvent> redraft(Contract given, List<CoInsurer> givenCoInsurers) {
        require(DRAFT);
        requirePeriod(given);
        shareWith(givenCoInsurers);
        contract = given;
        return List.of(new PolicyRedrafted(policyId, given.from(), given.to(), given.premium()));
    }

    public List<PolicyEvent> acknowledgeDisclosure(Disclosure given) {
        require(DRAFT);
        disclosure = given;
        status = DISCLOSED;
        return List.of(new DisclosureAcknowledged(
                policyId, insurerId, companyId, risk.area(), given.version(), given.on(), given.by()));
    }

    /** The insured was told how to complain and how disputes are settled (CD-5.4.1.1b). */
    public List<PolicyEvent> acknowledgeComplaintProcedure(Disclosure given) {
        require(DRAFT, DISCLOSED, ACTIVE);
        complaintProcedure = given;
        return List.of(new ComplaintProcedureAcknowledged(
                policyId, insurerId, companyId, risk.area(), given.version(), given.on(), given.by()));
    }

    /** Says anew which of the clauses of GS-7 the contract has. */
    public List<PolicyEvent> recordClauses(List<ClauseFound> found) {
        require(DRAFT, DISCLOSED, ACTIVE);
        var distinct = found.stream().map(ClauseFound::clause).distinct().count() == found.size();
        PolicyRule.CLAUSE_NAMED_TWICE.require(distinct, contract.policyNo());
        clauses =
                found.stream().sorted(Comparator.comparing(ClauseFound::clause)).toList();
        return List.of(new ContractClausesRecorded(
                policyId,
                insurerId,
                companyId,
                risk.area(),
                clauses.stream().map(ClauseFound::clause).toList(),
                getMissingClauses()));
    }

    /** @param current what the company is now; the policy keeps it from here on */
    public List<PolicyEvent> activate(InsuredRisk current, @Nullable String exception) {
        PolicyRule.DISCLOSURE_MISSING.require(status != DRAFT, contract.policyNo());
        require(DISCLOSED);
        requireService(contract, current, exception);
        risk = current;
        exceptionReason = lacksService(contract, risk) ? exception : null;
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
                items(contract),
                contract.completeTerms().isEmpty(),
                lacksYearlyService(contract, risk),
                complaintProcedure != null,
                coInsurers));
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
        requirePeriod(given);
        var newest = versionOn(LocalDate.MAX);
        PolicyRule.ENDORSEMENT_OUT_OF_TIME.require(
                !effectiveOn.isBefore(newest.effectiveOn())
                        && !effectiveOn.isAfter(given.to())
                        && !given.to().isBefore(today),
                effectiveOn,
                newest.effectiveOn(),
                given.to());
        PolicyRule.PREMIUM_BELOW_RECEIVED.require(
                given.premium().compareTo(getReceived()) >= 0,
                given.premium().toPlainString(),
                getReceived().toPlainString());
        requireService(given, current, exception);
        var version = newest.version() + 1;
        var endorsement = new Endorsement(version, effectiveOn, today, reasonCode, given, current);
        endorsements =
                Stream.concat(getVersions().stream(), Stream.of(endorsement)).toList();
        contract = given;
        risk = current;
        exceptionReason = lacksService(contract, risk) ? exception : exceptionReason;
        return List.of(new PolicyEndorsed(
                policyId,
                contract.policyNo(),
                insurerId,
                companyId,
                risk.area(),
                risk.industryCode(),
                risk.scale(),
                risk.highRisk(),
                version,
                effectiveOn,
                contract.from(),
                contract.to(),
                contract.premium(),
                items(contract),
                contract.completeTerms().isEmpty(),
                lacksYearlyService(contract, risk),
                reasonCode));
    }

    /** So many persons are insured from a day on; said again of a day, the last word counts. */
    public List<PolicyEvent> recordHeadcount(Headcount given) {
        require(DRAFT, DISCLOSED, ACTIVE);
        PolicyRule.HEADCOUNT_OUT_OF_TERM.require(
                !given.from().isBefore(contract.from()) && !given.from().isAfter(contract.to()),
                given.from(),
                contract.from(),
                contract.to());
        headcounts = Stream.concat(
                        headcounts.stream().filter(known -> !known.from().equals(given.from())), Stream.of(given))
                .sorted(Comparator.comparing(Headcount::from))
                .toList();
        return List.of(new HeadcountRecorded(
                policyId, insurerId, companyId, risk.area(), given.from(), given.insuredPersons()));
    }

    /** The duplicate company that it was written for is another one. */
    public List<PolicyEvent> moveTo(UUID survivingCompanyId) {
        if (companyId.equals(survivingCompanyId)) {
            return List.of();
        }
        var before = companyId;
        companyId = survivingCompanyId;
        return List.of(new PolicyMoved(policyId, insurerId, before, companyId, risk.area()));
    }

    public List<PolicyEvent> cancel(String reasonCode, LocalDate today) {
        require(DRAFT, DISCLOSED, ACTIVE);
        status = CANCELLED;
        return List.of(new PolicyCancelled(policyId, insurerId, companyId, risk.area(), today, reasonCode));
    }

    /** Premium comes in, of which a share is to be set aside (CD-5.1.4a). */
    public List<PolicyEvent> receive(PremiumReceipt receipt, LocalDate today) {
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
                receipt.share().ratio(),
                receipt.share().floor(),
                receipt.share().rulePack()));
    }

    /** Premium of a receipt goes back, never more than came in by it. */
    public List<PolicyEvent> refund(PremiumRefund refund, LocalDate today) {
        if (refunds.stream().anyMatch(known -> known.refundId().equals(refund.refundId()))) {
            return List.of();
        }
        var receipt = receipts.stream()
                .filter(known -> known.receiptId().equals(refund.receiptId()))
                .findFirst()
                .orElseThrow(() -> PolicyRule.RECEIPT_UNKNOWN.broken(refund.receiptId()));
        PolicyRule.REFUND_OUT_OF_TIME.require(
                !refund.refundedOn().isBefore(receipt.receivedOn())
                        && !refund.refundedOn().isAfter(today),
                refund.refundedOn(),
                receipt.receivedOn(),
                today);
        var left = receipt.amount().subtract(refundedOf(receipt.receiptId()));
        PolicyRule.REFUND_EXCEEDS_RECEIPT.require(
                refund.amount().compareTo(left) <= 0,
                left.toPlainString(),
                refund.amount().toPlainString());
        refunds = Stream.concat(refunds.stream(), Stream.of(refund)).toList();
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

    private static void requirePeriod(Contract contract) {
        PolicyRule.PERIOD_REVERSED.require(!contract.to().isBefore(contract.from()), contract.from(), contract.to());
    }

    private static void requireService(Contract contract, InsuredRisk risk, @Nullable String exception) {
        var excepted = exception != null && !exception.isBlank();
        PolicyRule.SERVICE_TERMS_MISSING.require(
                excepted || !contract.completeTerms().isEmpty(), contract.policyNo());
        PolicyRule.YEARLY_SERVICE_MISSING.require(excepted || !lacksYearlyService(contract, risk), contract.policyNo());
    }

    private static boolean lacksService(Contract contract, InsuredRisk risk) {
        return contract.completeTerms().isEmpty() || lacksYearlyService(contract, risk);
    }

    private static boolean lacksYearlyService(Contract contract, InsuredRisk risk) {
        return risk.mustBeServedYearly() && !contract.hasYearlyService();
    }

    private void shareWith(List<CoInsurer> others) {
        var ids = others.stream().map(CoInsurer::insurerId).toList();
        var shared = others.stream().map(CoInsurer::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        PolicyRule.CO_INSURANCE_INVALID.require(
                !ids.contains(insurerId)
                        && Set.copyOf(ids).size() == ids.size()
                        && shared.compareTo(BigDecimal.ONE) < 0,
                contract.policyNo());
        coInsurers = List.copyOf(others);
    }

    private static List<ContractedItem> items(Contract contract) {
        return contract.completeTerms().stream().map(Policy::item).toList();
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

    public List<PremiumRefund> getRefunds() {
        return refunds;
    }

    /** What came in and did not go back. */
    public BigDecimal getReceived() {
        var cameIn = receipts.stream().map(PremiumReceipt::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        return refunds.stream().map(PremiumRefund::amount).reduce(cameIn, BigDecimal::subtract);
    }

    private BigDecimal refundedOf(UUID receiptId) {
        return refunds.stream()
                .filter(refund -> refund.receiptId().equals(receiptId))
                .map(PremiumRefund::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public List<CoInsurer> getCoInsurers() {
        return coInsurers;
    }

    public List<ClauseFound> getClauses() {
        return clauses;
    }

    public List<ContractClause> getMissingClauses() {
        var present = clauses.stream().map(ClauseFound::clause).toList();
        return Stream.of(ContractClause.values())
                .filter(clause -> !present.contains(clause))
                .toList();
    }

    public @Nullable Disclosure getComplaintProcedure() {
        return complaintProcedure;
    }

    public @Nullable UUID getRenewalOf() {
        return renewalOf;
    }

    /** How the contract stood and stands, the first version first. */
    public List<Endorsement> getVersions() {
        return endorsements.isEmpty()
                ? List.of(new Endorsement(1, contract.from(), null, null, contract, risk))
                : endorsements;
    }

    /** How the contract stands on a day; before its first day, as it was concluded. */
    public Endorsement versionOn(LocalDate day) {
        var versions = getVersions();
        return versions.stream()
                .filter(one -> !one.effectiveOn().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(versions.get(0));
    }

    /** What a large or medium company of a high-risk industry should be offered and this contract does not name. */
    public List<ServiceTerm> getProposedTerms() {
        var undecided = status == DRAFT || status == DISCLOSED;
        return !undecided || !lacksYearlyService(contract, risk)
                ? List.of()
                : List.of(new ServiceTerm(
                        ServiceItemType.HAZARD_SCREENING, "每年至少一次隐患排查（CD 6）", 1, ServiceTerm.Period.YEAR));
    }

    public List<Headcount> getHeadcounts() {
        return headcounts;
    }

    /** How many persons are insured on a day, if anybody said so. */
    public Optional<Integer> insuredPersonsOn(LocalDate day) {
        return headcounts.stream()
                .filter(known -> !known.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(Headcount::insuredPersons);
    }
}
