package io.fangwei.policy.budget;

import io.fangwei.kernel.events.Aggregate;
import io.fangwei.policy.budget.BudgetEvent.BudgetAccrued;
import io.fangwei.policy.budget.BudgetEvent.ExpenseDrafted;
import io.fangwei.policy.budget.BudgetEvent.ExpenseWithdrawn;
import io.fangwei.policy.budget.BudgetEvent.LedgerEntryPosted;
import io.fangwei.policy.budget.BudgetEvent.LedgerEntryReversed;
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The prevention money of one insurer and year: what was accrued, what was spent, and never more spent than accrued
 * (CD-5.1.4, D7). It keeps balances and what is open; every entry is an event in its journal.
 */
public final class BudgetPool implements Aggregate {

    /** So many expenses may wait to be posted. */
    public static final int MOST_OPEN = 200;

    private final UUID poolId;
    private final UUID insurerId;
    private final int year;
    private final List<String> areas;
    private BigDecimal accrued;
    private BigDecimal spent;
    private int lastEntryNo;
    private List<OpenExpense> openExpenses;
    private EntryNumbers reversed;

    private BudgetPool(
            UUID poolId,
            UUID insurerId,
            int year,
            List<String> areas,
            BigDecimal accrued,
            BigDecimal spent,
            int lastEntryNo,
            List<OpenExpense> openExpenses,
            EntryNumbers reversed) {
        this.poolId = poolId;
        this.insurerId = insurerId;
        this.year = year;
        this.areas = List.copyOf(areas);
        this.accrued = accrued;
        this.spent = spent;
        this.lastEntryNo = lastEntryNo;
        this.openExpenses = List.copyOf(openExpenses);
        this.reversed = reversed;
    }

    /** @param areas where the insurer works: whose authorities may look into the pool (CD-5.1.4e) */
    public static BudgetPool empty(UUID poolId, UUID insurerId, int year, List<String> areas) {
        var nothing = BigDecimal.ZERO.setScale(2);
        return new BudgetPool(poolId, insurerId, year, areas, nothing, nothing, 0, List.of(), EntryNumbers.none());
    }

    public List<BudgetEvent> accrue(Accrual accrual) {
        accrued = accrued.add(accrual.amount());
        return List.of(new BudgetAccrued(
                poolId,
                insurerId,
                year,
                accrual.accrualId(),
                accrual.policyId(),
                accrual.companyId(),
                accrual.premium(),
                accrual.ratio(),
                accrual.amount(),
                accrued,
                spent));
    }

    public List<BudgetEvent> draft(OpenExpense drafted, LocalDate today) {
        if (isOpen(drafted.expenseId())) {
            return List.of();
        }
        var expense = drafted.expense();
        PolicyRule.SPENT_IN_FUTURE.require(!expense.spentOn().isAfter(today), expense.spentOn(), today);
        PolicyRule.TOO_MANY_OPEN_EXPENSES.require(openExpenses.size() < MOST_OPEN, MOST_OPEN);
        openExpenses = Stream.concat(openExpenses.stream(), Stream.of(drafted)).toList();
        return List.of(new ExpenseDrafted(poolId, drafted.expenseId(), expense.category(), expense.amount()));
    }

    public List<BudgetEvent> withdraw(UUID expenseId, String reasonCode) {
        var withdrawn = open(expenseId);
        close(expenseId);
        return List.of(
                new ExpenseWithdrawn(poolId, expenseId, withdrawn.expense().amount(), reasonCode));
    }

    /** @param poster subject of whoever posts; never the one who drafted */
    public List<BudgetEvent> post(UUID expenseId, String poster) {
        var open = open(expenseId);
        PolicyRule.FOUR_EYES.require(!poster.equals(open.draftedBy()));
        var expense = open.expense();
        PolicyRule.LEDGER_ENTRY_IRREGULAR.require(expense.lacking().isEmpty(), String.join(", ", expense.lacking()));
        PolicyRule.BUDGET_OVERDRAWN.require(
                expense.amount().compareTo(getLeft()) <= 0,
                getLeft().toPlainString(),
                expense.amount().toPlainString());
        spent = spent.add(expense.amount());
        lastEntryNo++;
        close(expenseId);
        return List.of(posted(expenseId, expense));
    }

    /** Takes an entry back by a counter-entry, the only way an entry is ever corrected. */
    public List<BudgetEvent> reverse(LedgerEntry entry, String reasonCode, LocalDate today) {
        PolicyRule.COUNTER_ENTRY_IS_FINAL.require(!entry.takesBack(), String.valueOf(entry.entryNo()));
        PolicyRule.ENTRY_ALREADY_REVERSED.require(!reversed.contains(entry.entryNo()), String.valueOf(entry.entryNo()));
        spent = spent.subtract(entry.amount());
        lastEntryNo++;
        reversed = reversed.with(entry.entryNo());
        return List.of(new LedgerEntryReversed(
                poolId,
                insurerId,
                year,
                lastEntryNo,
                entry.entryNo(),
                entry.category(),
                entry.amount(),
                entry.voucherNo(),
                entry.purpose(),
                entry.visitId(),
                entry.planId(),
                entry.companyId(),
                today,
                reasonCode,
                accrued,
                spent));
    }

    @Override
    public String status() {
        return "OPEN";
    }

    private LedgerEntryPosted posted(UUID expenseId, Expense expense) {
        return new LedgerEntryPosted(
                poolId,
                insurerId,
                year,
                lastEntryNo,
                expenseId,
                Objects.requireNonNull(expense.category()),
                expense.amount(),
                Objects.requireNonNull(expense.voucherNo()),
                Objects.requireNonNull(expense.purpose()),
                expense.visitId(),
                expense.planId(),
                expense.companyId(),
                expense.spentOn(),
                accrued,
                spent);
    }

    private boolean isOpen(UUID expenseId) {
        return openExpenses.stream().anyMatch(open -> open.expenseId().equals(expenseId));
    }

    private OpenExpense open(UUID expenseId) {
        return openExpenses.stream()
                .filter(open -> open.expenseId().equals(expenseId))
                .findFirst()
                .orElseThrow(() -> PolicyRule.EXPENSE_NOT_OPEN.broken(expenseId));
    }

    private void close(UUID expenseId) {
        openExpenses = openExpenses.stream()
                .filter(open -> !open.expenseId().equals(expenseId))
                .toList();
    }

    public UUID getPoolId() {
        return poolId;
    }

    public UUID getInsurerId() {
        return insurerId;
    }

    public int getYear() {
        return year;
    }

    public List<String> getAreas() {
        return areas;
    }

    public BigDecimal getAccrued() {
        return accrued;
    }

    public BigDecimal getSpent() {
        return spent;
    }

    /** What may still be spent. */
    public BigDecimal getLeft() {
        return accrued.subtract(spent);
    }

    public int getLastEntryNo() {
        return lastEntryNo;
    }

    public List<OpenExpense> getOpenExpenses() {
        return openExpenses;
    }
}
