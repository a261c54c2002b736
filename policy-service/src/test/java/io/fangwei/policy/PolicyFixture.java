package io.fangwei.policy;

import io.fangwei.policy.budget.Accrual;
import io.fangwei.policy.budget.BudgetEvent.LedgerEntryPosted;
import io.fangwei.policy.budget.BudgetPool;
import io.fangwei.policy.budget.Expense;
import io.fangwei.policy.budget.ExpenseCategory;
import io.fangwei.policy.budget.ExpensePurpose;
import io.fangwei.policy.budget.LedgerEntry;
import io.fangwei.policy.budget.OpenExpense;
import io.fangwei.policy.companies.CompanyProfile;
import io.fangwei.policy.companies.InsuredCompany;
import io.fangwei.policy.companies.Scale;
import io.fangwei.policy.companies.Uscc;
import io.fangwei.policy.insurers.Insurer;
import io.fangwei.policy.policies.Contract;
import io.fangwei.policy.policies.Disclosure;
import io.fangwei.policy.policies.InsuredRisk;
import io.fangwei.policy.policies.Policy;
import io.fangwei.policy.policies.PremiumReceipt;
import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.policies.ServiceTerm;
import io.fangwei.policy.policies.ServiceTerm.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

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

    public static final LocalDate TODAY = LocalDate.parse("2025-03-03");
    public static final BigDecimal CAP = new BigDecimal("0.21");
    public static final String STAFF = "is.one";
    public static final String MANAGER = "im.one";

    public static final ServiceTerm COMPLETE_TERM =
            new ServiceTerm(ServiceItemType.HAZARD_SCREENING, "全厂隐患排查", 2, Period.YEAR);

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

    public static PremiumReceipt receipt(UUID receiptId, String amount) {
        return new PremiumReceipt(receiptId, new BigDecimal(amount), TODAY, "R-0001");
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

    public static Accrual accrual(String premium, String ratio) {
        return new Accrual(ACCRUAL_ID, POLICY_ID, COMPANY_ID, new BigDecimal(premium), new BigDecimal(ratio));
    }

    public static Expense expense(String amount) {
        return new Expense(
                ExpenseCategory.EXPERT_FEE,
                new BigDecimal(amount),
                "V-0001",
                "成都安评技术有限公司",
                ExpensePurpose.VISIT,
                VISIT_ID,
                null,
                COMPANY_ID,
                TODAY);
    }

    public static OpenExpense drafted(UUID expenseId, Expense expense) {
        return new OpenExpense(expenseId, STAFF, expense);
    }

    /** The row that an entry becomes. */
    public static LedgerEntry row(LedgerEntryPosted posted) {
        return new LedgerEntry(
                posted.poolId(),
                posted.entryNo(),
                posted.expenseId(),
                posted.category(),
                posted.amount(),
                posted.voucherNo(),
                posted.purpose(),
                posted.visitId(),
                posted.planId(),
                posted.companyId(),
                posted.spentOn(),
                null,
                null,
                null,
                posted.accrued(),
                posted.spent());
    }
}
