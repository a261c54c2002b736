package io.fangwei.policy.budget;

import io.fangwei.kernel.events.Aggregate;
import io.fangwei.policy.budget.BudgetEvent.ExpenseDrafted;
import io.fangwei.policy.budget.BudgetEvent.ExpenseWithdrawn;
import io.fangwei.policy.budget.BudgetEvent.ExpensesHandedOver;
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The prevention money of one insurer and year: what was accrued, committed and spent, and never more used than accrued
 * (CD-5.1.4, D7). It keeps balances and what is open; every entry is an event in its journal.
 */
public final class BudgetPool implements Aggregate {

    private final UUID poolId;
    private final UUID insurerId;
    private final int year;
    private final List<String> areas;
    private Balances balances = Balances.nothing();
    private int lastEntryNo;
    private List<OpenExpense> openExpenses = List.of();
    private List<Commitment> commitments = List.of();
    private EntryNumbers reversed = EntryNumbers.none();
    private @Nullable Opening opening;
    private @Nullable LocalDate closedOn;

    private BudgetPool(UUID poolId, UUID insurerId, int year, List<String> areas) {
        this.poolId = poolId;
        this.insurerId = insurerId;
        this.year = year;
        this.areas = List.copyOf(areas);
    }

    /** @param areas where the insurer works: whose authorities may look into the pool (CD-5.1.4e) */
    public static BudgetPool empty(UUID poolId, UUID insurerId, int year, List<String> areas) {
        return new BudgetPool(poolId, insurerId, year, areas);
    }

    /** What the pool held before it was kept here; once, whatever has been entered since. */
    public List<BudgetEvent> recordOpening(Opening given, LocalDate today) {
        PolicyRule.OPENING_ALREADY_RECORDED.require(opening == null, String.valueOf(year));
        PolicyRule.OPENING_OUT_OF_YEAR.require(
                given.asOf().getYear() == year && !given.asOf().isAfter(today), given.asOf(), String.valueOf(year));
        PolicyRule.OPENING_OVERDRAWN.require(
                given.spent().compareTo(given.accrued()) <= 0, plain(given.accrued()), plain(given.spent()));
        opening = given;
        balances = balances.bringIn(given.accrued());
        var accrued = next().opening(EntryKind.OPENING_ACCRUED, given.accrued(), given);
        balances = balances.spend(given.spent(), BigDecimal.ZERO);
        return List.of(accrued, next().opening(EntryKind.OPENING_SPENT, given.spent(), given));
    }

    public List<BudgetEvent> accrue(Accrual accrual) {
        var setOff = balances.setOffAgainst(accrual.amount());
        balances = balances.accrue(accrual.amount());
        var accrued = next().accrued(accrual, setOff);
        return accrual.isInsufficient() ? List.of(accrued, shortage().of(accrual)) : List.of(accrued);
    }

    /** Takes back what a refund of premium had set aside, down to what is committed and spent (D7). */
    public List<BudgetEvent> takeBack(Refund refund) {
        var before = balances;
        balances = balances.takeBack(refund.amount());
        var taken = before.accrued().subtract(balances.accrued());
        var takenBack = next().takenBack(refund, taken);
        return taken.compareTo(refund.amount()) == 0
                ? List.of(takenBack)
                : List.of(takenBack, shortage().of(refund, taken));
    }

    /** Sets money aside by hand. */
    public List<BudgetEvent> commit(Commitment wanted, LocalDate today) {
        if (committed().has(wanted.commitmentId())) {
            return List.of();
        }
        requireOpen();
        requireUsable(wanted.amount(), balances.free());
        PolicyRule.TOO_MANY_COMMITMENTS.require(!committed().isFull(), Commitments.MOST);
        return List.of(setAside(wanted, today));
    }

    /** Sets aside what an agreed plan costs, as far as money is free, in place of what an earlier version had set aside. */
    public List<BudgetEvent> commitPlan(PlanCost plan) {
        var events = new ArrayList<>(releasePlan(plan.planId(), "PLAN_CHANGED", plan.agreedOn()));
        for (var item : plan.items()) {
            var room = closedOn == null && !committed().isFull();
            var covered = room ? item.cost().min(balances.free()) : BigDecimal.ZERO;
            if (covered.signum() > 0) {
                events.add(setAside(plan.commitment(item.item(), covered, lastEntryNo), plan.agreedOn()));
            }
            if (covered.compareTo(item.cost()) < 0) {
                events.add(shortage().of(plan, item, covered));
            }
        }
        return List.copyOf(events);
    }

    /** @param amount all that is left of it, if none is given */
    public List<BudgetEvent> release(
            UUID commitmentId, @Nullable BigDecimal amount, String reasonCode, LocalDate today) {
        var open = committed().get(commitmentId);
        var given = amount == null ? open.amount() : amount;
        PolicyRule.RELEASE_EXCEEDS_COMMITMENT.require(
                given.compareTo(open.amount()) <= 0, plain(open.amount()), plain(given));
        return List.of(giveBack(open, given, reasonCode, today));
    }

    public List<BudgetEvent> releasePlan(UUID planId, String reasonCode, LocalDate on) {
        return committed().ofPlan(planId).stream()
                .map(open -> giveBack(open, open.amount(), reasonCode, on))
                .toList();
    }

    public List<BudgetEvent> draft(OpenExpense drafted, LocalDate today) {
        if (waiting().has(drafted.expenseId())) {
            return List.of();
        }
        requireOpen();
        var expense = drafted.expense();
        PolicyRule.SPENT_IN_FUTURE.require(!expense.spentOn().isAfter(today), expense.spentOn(), today);
        openExpenses = waiting().with(drafted).open();
        return List.of(new ExpenseDrafted(poolId, drafted.expenseId(), expense.category(), expense.amount()));
    }

    public List<BudgetEvent> withdraw(UUID expenseId, String reasonCode) {
        var withdrawn = waiting().get(expenseId).expense();
        openExpenses = waiting().without(expenseId).open();
        return List.of(new ExpenseWithdrawn(poolId, expenseId, withdrawn.amount(), reasonCode));
    }

    /** What somebody who leaves had drafted is somebody else's to answer for. */
    public List<BudgetEvent> handOver(String leaving, String successor) {
        var left = waiting().keptBy(leaving);
        PolicyRule.NOTHING_TO_HAND_OVER.require(!left.isEmpty() && !leaving.equals(successor));
        openExpenses = waiting().handedOver(leaving, successor).open();
        return List.of(new ExpensesHandedOver(poolId, left));
    }

    /** @param poster subject of whoever posts; never the one who drafted */
    public List<BudgetEvent> post(UUID expenseId, String poster) {
        var open = waiting().get(expenseId);
        PolicyRule.FOUR_EYES.require(!open.concerns(poster));
        var expense = open.expense();
        PolicyRule.LEDGER_ENTRY_IRREGULAR.require(expense.lacking().isEmpty(), String.join(", ", expense.lacking()));
        var reserved = committed().reservedFor(expense);
        requireUsable(expense.amount(), balances.free().add(reserved));
        var drawn = expense.amount().min(reserved).setScale(2);
        commitments = committed().drawnFor(expense, drawn).open();
        balances = balances.spend(expense.amount(), drawn);
        openExpenses = waiting().without(expenseId).open();
        return List.of(next().posted(expenseId, expense, drawn));
    }

    /** Takes an entry back by a counter-entry, the only way an entry is ever corrected. */
    public List<BudgetEvent> reverse(LedgerEntry entry, String reasonCode, LocalDate today) {
        var number = String.valueOf(entry.entryNo());
        PolicyRule.COUNTER_ENTRY_IS_FINAL.require(entry.kind() != EntryKind.REVERSAL, number);
        PolicyRule.ENTRY_NOT_REVERSIBLE.require(entry.kind() == EntryKind.EXPENSE, number);
        PolicyRule.ENTRY_ALREADY_REVERSED.require(!reversed.contains(entry.entryNo()), number);
        balances = balances.unspend(entry.amount());
        reversed = reversed.with(entry.entryNo());
        return List.of(next().reversed(entry, reasonCode, today));
    }

    /** Decides after the year how much of what is free goes on to the next; nothing new begins here afterwards. */
    public List<BudgetEvent> carryOver(BigDecimal amount, LocalDate today) {
        PolicyRule.YEAR_NOT_OVER.require(today.getYear() > year, String.valueOf(year));
        PolicyRule.CARRY_OVER_EXCEEDS_FREE.require(
                amount.compareTo(balances.free()) <= 0, plain(balances.free()), plain(amount));
        balances = balances.carryOut(amount);
        closedOn = closedOn == null ? today : closedOn;
        return List.of(next().carriedOver(amount, today));
    }

    public List<BudgetEvent> carryIn(int fromYear, BigDecimal amount, LocalDate decidedOn) {
        balances = balances.bringIn(amount);
        return List.of(next().carriedIn(fromYear, amount, decidedOn));
    }

    @Override
    public String status() {
        return closedOn == null ? "OPEN" : "CLOSED";
    }

    private void requireOpen() {
        PolicyRule.POOL_CLOSED.require(closedOn == null, String.valueOf(year), String.valueOf(closedOn));
    }

    private static void requireUsable(BigDecimal wanted, BigDecimal usable) {
        PolicyRule.BUDGET_OVERDRAWN.require(wanted.compareTo(usable) <= 0, plain(usable), plain(wanted));
    }

    private BudgetEvent setAside(Commitment commitment, LocalDate on) {
        balances = balances.commit(commitment.amount());
        commitments = committed().with(commitment).open();
        return next().committed(commitment, on);
    }

    private BudgetEvent giveBack(Commitment open, BigDecimal amount, String reasonCode, LocalDate on) {
        balances = balances.release(amount);
        commitments = committed().less(open, amount).open();
        return next().released(open, amount, reasonCode, on);
    }

    private Commitments committed() {
        return new Commitments(commitments);
    }

    private OpenExpenses waiting() {
        return new OpenExpenses(openExpenses);
    }

    private NextEntry next() {
        return new NextEntry(poolId, insurerId, year, ++lastEntryNo, balances);
    }

    private Shortage shortage() {
        return new Shortage(poolId, insurerId, year);
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
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

    public Balances getBalances() {
        return balances;
    }

    public BigDecimal getAccrued() {
        return balances.accrued();
    }

    public BigDecimal getSpent() {
        return balances.spent();
    }

    /** What may still be spent, on what was agreed or on anything else. */
    public BigDecimal getLeft() {
        return balances.accrued().subtract(balances.spent());
    }

    /** What is neither committed nor spent. */
    public BigDecimal getFree() {
        return balances.free();
    }

    public int getLastEntryNo() {
        return lastEntryNo;
    }

    public List<OpenExpense> getOpenExpenses() {
        return openExpenses;
    }

    public List<Commitment> getCommitments() {
        return commitments;
    }

    public boolean hasCommitmentsFor(UUID planId) {
        return !committed().ofPlan(planId).isEmpty();
    }

    /** What it held before it was kept here, where somebody has said so. */
    public @Nullable Opening getOpening() {
        return opening;
    }

    public @Nullable LocalDate getClosedOn() {
        return closedOn;
    }
}
