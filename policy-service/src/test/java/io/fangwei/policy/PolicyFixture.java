package io.fangwei.policy;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.policy.budget.Accrual;
import io.fangwei.policy.budget.BudgetEvent;
import io.fangwei.policy.budget.BudgetPool;
import io.fangwei.policy.budget.Commitment;
import io.fangwei.policy.budget.Expense;
import io.fangwei.policy.budget.ExpenseCategory;
import io.fangwei.policy.budget.ExpensePurpose;
import io.fangwei.policy.budget.LedgerEntry;
import io.fangwei.policy.budget.OpenExpense;
import io.fangwei.policy.budget.Opening;
import io.fangwei.policy.budget.PlanCost;
import io.fangwei.policy.budget.Refund;
import io.fangwei.policy.budget.mongo.LedgerLines;
import io.fangwei.policy.companies.CompanyProfile;
import io.fangwei.policy.companies.InsuredCompany;
import io.fangwei.policy.companies.Scale;
import io.fangwei.policy.companies.Uscc;
import io.fangwei.policy.insurers.Insurer;
import io.fangwei.policy.policies.AccrualShare;
import io.fangwei.policy.policies.Contract;
import io.fangwei.policy.policies.Disclosure;
import io.fangwei.policy.policies.InsuredRisk;
import io.fangwei.policy.policies.Policy;
import io.fangwei.policy.policies.PolicyEvent;
import io.fangwei.policy.policies.PremiumReceipt;
import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.policies.ServiceTerm;
import io.fangwei.policy.policies.ServiceTerm.Period;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Aggregates in every stage, each brought there by the commands that bring real ones there. */
public final class PolicyFixture {

    public static final UUID INSURER_ID = UUID.fromString("0a000000-0000-8000-8000-000000000001");
    public static final UUID COMPANY_ID = UUID.fromString("0a000000-0000-8000-8000-000000000002");
    public static final UUID POLICY_ID = UUID.fromString("0a000000-0000-8000-8000-000000000003");
    public static final UUID POOL_ID = UUID.fromString("0a000000-0000-8000-8000-000000000004");
    public static final UUID RECEIPT_ID = UUID.fromString("0a000000-0000-8000-8000-000000000005");
    public static final UUID ACCRUAL_ID = UUID.fromString("0a000000-0000-8000-8000-000000000006");
    public static final UUID EXPENSE_ID = UUID.fromString("0a000000-0000-8000-8000-000000000007");
    public static final UUID VISIT_ID = UUID.fromString("0a000000-0000-8000-8000-000000000008");

    public static final UUID PLAN_ID = UUID.fromString("0a000000-0000-8000-8000-000000000009");
    public static final UUID COMMITMENT_ID = UUID.fromString("0a000000-0000-8000-8000-00000000000a");

    public static final UUID BROKER_ID = UUID.fromString("0a000000-0000-8000-8000-00000000000b");
    public static final UUID SURVIVOR_ID = UUID.fromString("0a000000-0000-8000-8000-00000000000c");
    public static final UUID PROFILE_ID = UUID.fromString("0a000000-0000-8000-8000-00000000000d");

    public static final UUID PAYEE_ID = UUID.fromString("0a000000-0000-8000-8000-000000000010");

    public static final LocalDate NEXT_YEAR = LocalDate.parse("2026-01-05");
    public static final LocalDate TODAY = LocalDate.parse("2025-03-03");
    public static final BigDecimal CAP = new BigDecimal("0.21");
    public static final AccrualShare SHARE = new AccrualShare(new BigDecimal("0.20"), null, "chengdu-draft 1.0.0");
    public static final String PROOF = "0".repeat(63) + "1";
    public static final String STAFF = "is.one";
    public static final String MANAGER = "im.one";

    public static final ServiceTerm COMPLETE_TERM =
            new ServiceTerm(ServiceItemType.HAZARD_SCREENING, "全厂隐患排查", 2, Period.YEAR);

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule("amounts").addSerializer(BigDecimal.class, ToStringSerializer.instance))
            .build();

    private PolicyFixture() {}

    public static Insurer insurer() {
        return Insurer.licensed(INSURER_ID, "000018", "锦城财产保险股份有限公司", List.of("510100"));
    }

    public static InsuredCompany company() {
        var profile = new CompanyProfile("成都青羊化工有限公司", "C2614", Scale.MEDIUM, true, "成都市青羊区光华大道 1 号");
        var company = InsuredCompany.known(COMPANY_ID, new Uscc("91510100000000000E"), "510105", profile);
        company.registerFor(INSURER_ID);
        return company;
    }

    public static Policy draftedPolicy(ServiceTerm... terms) {
        var contract = new Contract(
                "PA-2025-0001",
                LocalDate.parse("2025-01-01"),
                LocalDate.parse("2025-12-31"),
                new BigDecimal("100000"),
                List.of(terms));
        return Policy.of(POLICY_ID, INSURER_ID, COMPANY_ID, contract, InsuredRisk.of(company()));
    }

    public static Policy disclosedPolicy(ServiceTerm... terms) {
        var policy = draftedPolicy(terms);
        policy.acknowledgeDisclosure(new Disclosure(TODAY, "2025-1", "ID"));
        return policy;
    }

    public static Policy activePolicy() {
        var policy = disclosedPolicy(COMPLETE_TERM);
        policy.activate(InsuredRisk.of(company()), null);
        return policy;
    }

    /** Runs two months longer for more premium, with a training besides. */
    public static List<PolicyEvent> endorsed(Policy policy, LocalDate effectiveOn) {
        var before = policy.getContract();
        var training = new ServiceTerm(ServiceItemType.TRAINING, "集中授课", 1, Period.YEAR);
        var after = new Contract(
                before.policyNo(),
                before.from(),
                before.to().plusMonths(2),
                before.premium().add(BigDecimal.TEN),
                List.of(COMPLETE_TERM, training));
        return policy.endorse(after, policy.getRisk(), effectiveOn, "TERM_EXTENDED", null, TODAY);
    }

    public static PremiumReceipt receipt(UUID receiptId, String amount) {
        return new PremiumReceipt(receiptId, new BigDecimal(amount), TODAY, "R-0001", SHARE);
    }

    public static BudgetPool pool() {
        return BudgetPool.empty(POOL_ID, INSURER_ID, 2025, List.of("510100"));
    }

    /** A pool with 20 000.00 accrued. */
    public static BudgetPool filledPool() {
        var pool = pool();
        pool.accrue(accrual("100000.00", "0.20"));
        return pool;
    }

    public static Opening opening(String accrued, String spent) {
        var proof = new Opening.Proof("GL-2025-02", PROOF);
        return new Opening(TODAY, new BigDecimal(accrued), new BigDecimal(spent), proof);
    }

    /** A plan of hazard screenings at that cost. */
    public static PlanCost planCost(String cost) {
        var item = new PlanCost.ItemCost(ServiceItemType.HAZARD_SCREENING, new BigDecimal(cost));
        return new PlanCost(PLAN_ID, POLICY_ID, COMPANY_ID, TODAY, List.of(item));
    }

    public static Commitment commitment(String amount) {
        return new Commitment(COMMITMENT_ID, PLAN_ID, POLICY_ID, COMPANY_ID, null, new BigDecimal(amount));
    }

    public static Refund refund(String premium) {
        return new Refund(
                UUID.nameUUIDFromBytes(premium.getBytes(StandardCharsets.UTF_8)),
                POLICY_ID,
                COMPANY_ID,
                new BigDecimal(premium),
                new BigDecimal("0.20"));
    }

    public static Accrual accrual(String premium, String ratio) {
        return new Accrual(
                ACCRUAL_ID,
                POLICY_ID,
                COMPANY_ID,
                new BigDecimal(premium),
                new AccrualShare(new BigDecimal(ratio), null, SHARE.rulePack()));
    }

    public static Expense expense(String amount) {
        return new Expense(
                ExpenseCategory.EXPERT_FEE,
                new BigDecimal(amount),
                "V-0001",
                PAYEE_ID,
                ExpensePurpose.VISIT,
                VISIT_ID,
                null,
                COMPANY_ID,
                TODAY,
                ServiceItemType.HAZARD_SCREENING,
                null,
                null);
    }

    public static OpenExpense drafted(UUID expenseId, Expense expense) {
        return new OpenExpense(expenseId, STAFF, null, expense);
    }

    /** The row that an entry becomes. */
    public static LedgerEntry row(BudgetEvent entry) {
        return LedgerLines.read(told(entry));
    }

    /** An event as it is told, on {@link #TODAY}. */
    public static EventEnvelope told(Event event) {
        var data = JSON.valueToTree(event);
        return new EventEnvelope(
                UUID.randomUUID(), event.type(), "", "", 1, Instant.parse("2025-03-03T01:00:00Z"), "im.test", data);
    }
}
