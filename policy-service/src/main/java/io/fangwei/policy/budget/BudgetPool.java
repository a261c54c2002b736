package io.fangwei.policy.budget;

import io.fangwei.kernel.events.Aggregate;
import io.fangwei.policy.budget.BudgetEvent.AccrualInsufficient;
import io.fangwei.policy.budget.BudgetEvent.AccrualTakenBack;
import io.fangwei.policy.budget.BudgetEvent.BudgetAccrued;
import io.fangwei.policy.budget.BudgetEvent.BudgetCommitted;
import io.fangwei.policy.budget.BudgetEvent.CarriedIn;
import io.fangwei.policy.budget.BudgetEvent.CarriedOver;
import io.fangwei.policy.budget.BudgetEvent.CommitmentReleased;
import io.fangwei.policy.budget.BudgetEvent.ExpenseDrafted;
import io.fangwei.policy.budget.BudgetEvent.ExpenseWithdrawn;
import io.fangwei.policy.budget.BudgetEvent.ExpensesHandedOver;
import io.fangwei.policy.budget.BudgetEvent.Insufficiency;
import io.fangwei.policy.budget.BudgetEvent.LedgerEntryPosted;
import io.fangwei.policy.budget.BudgetEvent.LedgerEntryReversed;
import io.fangwei.policy.budget.BudgetEvent.OpeningRecorded;
import io.fangwei.policy.budget.BudgetEvent.OverdrawBlocked;
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The prevention money of one insurer and year: what was accrued, committed and spent, and never more used than accrued
 * (CD-5.1.4, D7). It keeps balances and what is open; every entry is an event in its journal.
 */
public final class BudgetPool implements Aggregate {

    /** So many expenses may wait to be posted. */
    public static final int MOST_OPEN = 200;

    /** So many commitments may be open. */
    public static final int MOST_COMMITMENTS = 3_000;

    private final UUID poolId;
    private final UUID insurerId;
    private final int year;
    private final List<String> areas;
    private Balances balances;
    private int lastEntryNo;
    private List<OpenExpense> openExpenses;
    private List<Commitment> commitments;
    private EntryNumbers reversed;
    private boolean opened;
    private @Nullable LocalDate closedOn;

    private BudgetPool(
            UUID poolId,
            UUID insurerId,
            int year,
            List<String> areas,
            Balances balances,
            int lastEntryNo,
            List<OpenExpense> openExpenses,
            List<Commitment> commitments,
            EntryNumbers reversed,
            boolean opened) {
        this.poolId = poolId;
        this.insurerId = insurerId;
        this.year = year;
        this.areas = List.copyOf(areas);
        this.balances = balances;
        this.lastEntryNo = lastEntryNo;
        this.openExpenses = List.copyOf(openExpenses);
        this.commitments = List.copyOf(commitments);
        this.reversed = reversed;
        this.opened = opened;
    }

    /** @param areas where the insurer works: whose authorities may look into the pool (CD-5.1.4e) */
    public static BudgetPool empty(UUID poolId, UUID insurerId, int year, List<String> areas) {
        return new BudgetPool(
                poolId,
                insurerId,
                year,
                areas,
                Balances.nothing(),
                0,
                List.of(),
                List.of(),
                EntryNumbers.none(),
                false);
    }

    /** What the pool held before it was kept here; once, whatever has been entered since. */
    public List<BudgetEvent> recordOpening(Opening opening, LocalDate today) {
        PolicyRule.OPENING_ALREADY_RECORDED.require(!opened, String.valueOf(year));
        PolicyRule.OPENING_OUT_OF_YEAR.require(
                opening.asOf().getYear() == year && !opening.asOf().isAfter(today),
                opening.asOf(),
                String.valueOf(year));
        PolicyRule.OPENING_OVERDRAWN.require(
                opening.spent().compareTo(opening.accrued()) <= 0, plain(opening.accrued()), plain(opening.spent()));
        opened = true;
        balances = balances.bringIn(opening.accrued());
        var accrued = recorded(EntryKind.OPENING_ACCRUED, opening.accrued(), opening);
        balances = balances.spend(opening.spent(), BigDecimal.ZERO);
        return List.of(accrued, recorded(EntryKind.OPENING_SPENT, opening.spent(), opening));
    }

    public List<BudgetEvent> accrue(Accrual accrual) {
        var setOff = balances.setOffAgainst(accrual.amount());
        balances = balances.accrue(accrual.amount());
        var accrued = new BudgetAccrued(
                poolId,
                insurerId,
                year,
                ++lastEntryNo,
                accrual.accrualId(),
                accrual.policyId(),
                accrual.companyId(),
                accrual.premium(),
                accrual.ratio(),
                accrual.amount(),
                accrual.required(),
                setOff,
                balances.accrued(),
                balances.committed(),
                balances.spent());
        return accrual.isInsufficient() ? List.of(accrued, insufficient(accrual)) : List.of(accrued);
    }

    /** Takes back what a refund of premium had set aside, down to what is committed and spent (D7). */
    public List<BudgetEvent> takeBack(Refund refund) {
        var before = balances;
        balances = balances.takeBack(refund.amount());
        var taken = before.accrued().subtract(balances.accrued());
        var takenBack = new AccrualTakenBack(
                poolId,
                insurerId,
                year,
                ++lastEntryNo,
                refund.refundId(),
                refund.policyId(),
                refund.companyId(),
                refund.premium(),
                refund.ratio(),
                taken,
                balances.shortfall(),
                balances.accrued(),
                balances.committed(),
                balances.spent());
        var missing = refund.amount().subtract(taken);
        return missing.signum() == 0
                ? List.of(takenBack)
                : List.of(
                        takenBack,
                        new AccrualInsufficient(
                                poolId,
                                insurerId,
                                year,
                                Insufficiency.REFUND_OF_MONEY_USED,
                                refund.policyId(),
                                refund.companyId(),
                                refund.premium(),
                                refund.amount(),
                                taken,
                                missing));
    }

    /** Sets money aside by hand. */
    public List<BudgetEvent> commit(Commitment wanted, LocalDate today) {
        if (commitments.stream().anyMatch(one -> one.commitmentId().equals(wanted.commitmentId()))) {
            return List.of();
        }
        requireOpen();
        PolicyRule.BUDGET_OVERDRAWN.require(
                wanted.amount().compareTo(balances.free()) <= 0, plain(balances.free()), plain(wanted.amount()));
        PolicyRule.TOO_MANY_COMMITMENTS.require(commitments.size() < MOST_COMMITMENTS, MOST_COMMITMENTS);
        return List.of(committed(wanted, today));
    }

    /** Sets aside what an agreed plan costs, as far as money is free, in place of what an earlier version had set aside. */
    public List<BudgetEvent> commitPlan(PlanCost plan) {
        var events = new ArrayList<>(releasePlan(plan.planId(), "PLAN_CHANGED", plan.agreedOn()));
        for (var item : plan.items()) {
            var room = status().equals("OPEN") && commitments.size() < MOST_COMMITMENTS;
            var covered = room ? item.cost().min(balances.free()) : BigDecimal.ZERO;
            if (covered.signum() > 0) {
                events.add(committed(
                        new Commitment(
                                plan.commitmentId(item.item(), lastEntryNo),
                                plan.planId(),
                                plan.policyId(),
                                plan.companyId(),
                                item.item(),
                                covered),
                        plan.agreedOn()));
            }
            if (covered.compareTo(item.cost()) < 0) {
                events.add(blocked(plan, item, covered));
            }
        }
        return List.copyOf(events);
    }

    /** @param amount all that is left of it, if none is given */
    public List<BudgetEvent> release(
            UUID commitmentId, @Nullable BigDecimal amount, String reasonCode, LocalDate today) {
        var open = commitments.stream()
                .filter(one -> one.commitmentId().equals(commitmentId))
                .findFirst()
                .orElseThrow(() -> PolicyRule.COMMITMENT_NOT_OPEN.broken(commitmentId));
        var given = amount == null ? open.amount() : amount;
        PolicyRule.RELEASE_EXCEEDS_COMMITMENT.require(
                given.compareTo(open.amount()) <= 0, plain(open.amount()), plain(given));
        return List.of(released(open, given, reasonCode, today));
    }

    public List<BudgetEvent> releasePlan(UUID planId, String reasonCode, LocalDate on) {
        return commitments.stream().filter(one -> planId.equals(one.planId())).toList().stream()
                .map(open -> released(open, open.amount(), reasonCode, on))
                .toList();
    }

    public List<BudgetEvent> draft(OpenExpense drafted, LocalDate today) {
        if (isOpen(drafted.expenseId())) {
            return List.of();
        }
        requireOpen();
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

    /** What somebody who leaves had drafted is somebody else's to answer for. */
    public List<BudgetEvent> handOver(String leaving, String successor) {
        var handedOver =
                openExpenses.stream().filter(open -> open.isKeptBy(leaving)).toList();
        PolicyRule.NOTHING_TO_HAND_OVER.require(!handedOver.isEmpty() && !leaving.equals(successor));
        openExpenses = openExpenses.stream()
                .map(open -> open.isKeptBy(leaving) ? open.takenOver(successor) : open)
                .toList();
        return List.of(new ExpensesHandedOver(
                poolId, handedOver.stream().map(OpenExpense::expenseId).toList()));
    }

    /** @param poster subject of whoever posts; never the one who drafted */
    public List<BudgetEvent> post(UUID expenseId, String poster) {
        var open = open(expenseId);
        PolicyRule.FOUR_EYES.require(!open.concerns(poster));
        var expense = open.expense();
        PolicyRule.LEDGER_ENTRY_IRREGULAR.require(expense.lacking().isEmpty(), String.join(", ", expense.lacking()));
        var reserved = commitments.stream()
                .filter(one -> one.serves(expense))
                .map(Commitment::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var usable = balances.free().add(reserved);
        PolicyRule.BUDGET_OVERDRAWN.require(
                expense.amount().compareTo(usable) <= 0, plain(usable), plain(expense.amount()));
        var drawn = expense.amount().min(reserved).setScale(2);
        draw(expense, drawn);
        balances = balances.spend(expense.amount(), drawn);
        close(expenseId);
        return List.of(posted(expenseId, expense, drawn));
    }

    /** Takes an entry back by a counter-entry, the only way an entry is ever corrected. */
    public List<BudgetEvent> reverse(LedgerEntry entry, String reasonCode, LocalDate today) {
        var number = String.valueOf(entry.entryNo());
        PolicyRule.COUNTER_ENTRY_IS_FINAL.require(entry.kind() != EntryKind.REVERSAL, number);
        PolicyRule.ENTRY_NOT_REVERSIBLE.require(entry.kind() == EntryKind.EXPENSE, number);
        PolicyRule.ENTRY_ALREADY_REVERSED.require(!reversed.contains(entry.entryNo()), number);
        balances = balances.unspend(entry.amount());
        reversed = reversed.with(entry.entryNo());
        return List.of(new LedgerEntryReversed(
                poolId,
                insurerId,
                year,
                ++lastEntryNo,
                entry.entryNo(),
                Objects.requireNonNull(entry.category()),
                entry.amount(),
                Objects.requireNonNull(entry.voucherNo()),
                Objects.requireNonNull(entry.purpose()),
                entry.item(),
                entry.visitId(),
                entry.planId(),
                entry.companyId(),
                entry.institutionId(),
                today,
                reasonCode,
                balances.accrued(),
                balances.committed(),
                balances.spent()));
    }

    /** Decides after the year how much of what is free goes on to the next; nothing new begins here afterwards. */
    public List<BudgetEvent> carryOver(BigDecimal amount, LocalDate today) {
        PolicyRule.YEAR_NOT_OVER.require(today.getYear() > year, String.valueOf(year));
        PolicyRule.CARRY_OVER_EXCEEDS_FREE.require(
                amount.compareTo(balances.free()) <= 0, plain(balances.free()), plain(amount));
        balances = balances.carryOut(amount);
        closedOn = closedOn == null ? today : closedOn;
        return List.of(new CarriedOver(
                poolId,
                insurerId,
                year,
                ++lastEntryNo,
                year + 1,
                amount.setScale(2),
                today,
                balances.accrued(),
                balances.committed(),
                balances.spent()));
    }

    public List<BudgetEvent> carryIn(int fromYear, BigDecimal amount, LocalDate decidedOn) {
        balances = balances.bringIn(amount);
        return List.of(new CarriedIn(
                poolId,
                insurerId,
                year,
                ++lastEntryNo,
                fromYear,
                amount,
                decidedOn,
                balances.accrued(),
                balances.committed(),
                balances.spent()));
    }

    @Override
    public String status() {
        return closedOn == null ? "OPEN" : "CLOSED";
    }

    private void requireOpen() {
        PolicyRule.POOL_CLOSED.require(closedOn == null, String.valueOf(year), String.valueOf(closedOn));
    }

    private OpeningRecorded recorded(EntryKind kind, BigDecimal amount, Opening opening) {
        return new OpeningRecorded(
                poolId,
                insurerId,
                year,
                ++lastEntryNo,
                kind,
                amount,
                opening.asOf(),
                opening.proof().reference(),
                opening.proof().sha256(),
                balances.accrued(),
                balances.committed(),
                balances.spent());
    }

    private AccrualInsufficient insufficient(Accrual accrual) {
        var nothing = accrual.amount().signum() == 0;
        return new AccrualInsufficient(
                poolId,
                insurerId,
                year,
                nothing ? Insufficiency.NOTHING_SET_ASIDE : Insufficiency.BELOW_FLOOR,
                accrual.policyId(),
                accrual.companyId(),
                accrual.premium(),
                accrual.required(),
                accrual.amount(),
                accrual.required().subtract(accrual.amount()));
    }

    private BudgetCommitted committed(Commitment commitment, LocalDate on) {
        balances = balances.commit(commitment.amount());
        commitments = Stream.concat(commitments.stream(), Stream.of(commitment)).toList();
        return new BudgetCommitted(
                poolId,
                insurerId,
                year,
                ++lastEntryNo,
                commitment.commitmentId(),
                commitment.planId(),
                commitment.policyId(),
                commitment.companyId(),
                commitment.item(),
                commitment.amount(),
                on,
                balances.accrued(),
                balances.committed(),
                balances.spent());
    }

    private OverdrawBlocked blocked(PlanCost plan, PlanCost.ItemCost item, BigDecimal covered) {
        return new OverdrawBlocked(
                poolId,
                insurerId,
                year,
                plan.planId(),
                plan.policyId(),
                plan.companyId(),
                item.item(),
                item.cost(),
                item.cost().subtract(covered),
                plan.agreedOn());
    }

    private BudgetEvent released(Commitment open, BigDecimal amount, String reasonCode, LocalDate on) {
        balances = balances.release(amount);
        replace(open, open.less(amount));
        return new CommitmentReleased(
                poolId,
                insurerId,
                year,
                ++lastEntryNo,
                open.commitmentId(),
                open.planId(),
                open.policyId(),
                open.companyId(),
                open.item(),
                amount.setScale(2),
                on,
                reasonCode,
                balances.accrued(),
                balances.committed(),
                balances.spent());
    }

    private void draw(Expense expense, BigDecimal drawn) {
        var rest = drawn;
        for (var open : commitments) {
            if (open.serves(expense) && rest.signum() > 0) {
                var part = rest.min(open.amount());
                replace(open, open.less(part));
                rest = rest.subtract(part);
            }
        }
    }

    private void replace(Commitment open, Commitment left) {
        commitments = commitments.stream()
                .map(one -> one.equals(open) ? left : one)
                .filter(one -> one.amount().signum() > 0)
                .toList();
    }

    private LedgerEntryPosted posted(UUID expenseId, Expense expense, BigDecimal drawn) {
        return new LedgerEntryPosted(
                poolId,
                insurerId,
                year,
                ++lastEntryNo,
                expenseId,
                Objects.requireNonNull(expense.category()),
                expense.amount(),
                drawn,
                Objects.requireNonNull(expense.voucherNo()),
                Objects.requireNonNull(expense.purpose()),
                expense.item(),
                expense.visitId(),
                expense.planId(),
                expense.companyId(),
                expense.institutionId(),
                expense.attachmentHash(),
                expense.spentOn(),
                balances.accrued(),
                balances.committed(),
                balances.spent());
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
        return commitments.stream().anyMatch(one -> planId.equals(one.planId()));
    }

    public @Nullable LocalDate getClosedOn() {
        return closedOn;
    }
}
