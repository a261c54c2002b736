package io.fangwei.policy.budget;

import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.Own;
import io.fangwei.policy.budget.BudgetCommand.CarryOver;
import io.fangwei.policy.budget.BudgetCommand.CommitMoney;
import io.fangwei.policy.budget.BudgetCommand.DraftExpense;
import io.fangwei.policy.budget.BudgetCommand.HandOver;
import io.fangwei.policy.budget.BudgetCommand.RecordOpening;
import io.fangwei.policy.budget.BudgetCommand.ReleaseMoney;
import io.fangwei.policy.budget.BudgetCommand.ReverseEntry;
import io.fangwei.policy.budget.BudgetCommand.SetServiceCost;
import io.fangwei.policy.budget.BudgetCommand.WithdrawExpense;
import io.fangwei.policy.insurers.Insurers;
import io.fangwei.policy.rules.PolicyRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where people set prevention money aside, draft, post and correct what is spent of it, and decide what goes on. */
@Service
public class BudgetDesk {

    private final BudgetPools pools;
    private final CostSheets costs;
    private final Ledger ledger;
    private final Payees payees;
    private final KnownVisits visits;
    private final Insurers insurers;
    private final Clock clock;

    public BudgetDesk(
            BudgetPools pools,
            CostSheets costs,
            Ledger ledger,
            Payees payees,
            KnownVisits visits,
            Insurers insurers,
            Clock clock) {
        this.pools = pools;
        this.costs = costs;
        this.ledger = ledger;
        this.payees = payees;
        this.visits = visits;
        this.insurers = insurers;
        this.clock = clock;
    }

    /** For an insurer that begins here within a year: what its pool of that year held until then. */
    public BudgetPool recordOpening(RecordOpening command) {
        var insurer = insurers.get(Own.insurer());
        var id = poolOf(insurer.getInsurerId(), command.year());
        var proof = new Opening.Proof(command.proofReference(), command.proofHash());
        var opening = new Opening(command.asOf(), command.accrued(), command.spent(), proof);
        return pools.open(
                id,
                () -> BudgetPool.empty(id, insurer.getInsurerId(), command.year(), insurer.getAreas()),
                pool -> pool.recordOpening(opening, today()));
    }

    public ServiceCosts setServiceCost(SetServiceCost command) {
        return costs.set(Own.insurer(), command.year(), sheet -> sheet.set(command.item(), command.cost()));
    }

    public ServiceCosts serviceCosts(int year) {
        var insurerId = Own.insurer();
        return costs.find(insurerId, year).orElseGet(() -> ServiceCosts.of(insurerId, year));
    }

    public BudgetPool commit(UUID poolId, CommitMoney command) {
        var commitment = new Commitment(
                CurrentCommand.derivedId("commitment"),
                command.planId(),
                command.policyId(),
                command.companyId(),
                command.item(),
                command.amount());
        return pools.change(poolId, pool -> pool.commit(commitment, today()));
    }

    public BudgetPool release(UUID poolId, UUID commitmentId, ReleaseMoney command) {
        return pools.change(
                poolId, pool -> pool.release(commitmentId, command.amount(), command.reasonCode(), today()));
    }

    public BudgetPool draft(UUID poolId, DraftExpense command) {
        return pools.change(poolId, pool -> {
            var id = CurrentCommand.derivedId("expense");
            return pool.draft(OpenExpense.drafted(id, caller(), completed(command)), today());
        });
    }

    public BudgetPool withdraw(UUID poolId, UUID expenseId, WithdrawExpense command) {
        return pools.change(poolId, pool -> pool.withdraw(expenseId, command.reasonCode()));
    }

    public BudgetPool handOver(UUID poolId, HandOver command) {
        return pools.change(poolId, pool -> pool.handOver(command.from(), command.to()));
    }

    public BudgetPool post(UUID poolId, UUID expenseId) {
        return pools.change(poolId, pool -> pool.post(expenseId, caller()));
    }

    public BudgetPool reverse(UUID poolId, int entryNo, ReverseEntry command) {
        return pools.change(poolId, pool -> {
            var entry = ledger.find(poolId, entryNo)
                    .orElseThrow(() -> PolicyRule.ENTRY_NOT_IN_LEDGER.broken(String.valueOf(entryNo)));
            return pool.reverse(entry, command.reasonCode(), today());
        });
    }

    public BudgetPool carryOver(UUID poolId, CarryOver command) {
        return pools.change(poolId, pool -> pool.carryOver(command.amount(), today()));
    }

    public BudgetPool get(UUID poolId) {
        return pools.get(poolId);
    }

    public Page<BudgetPool> page(@Nullable Integer year, Pages page) {
        return pools.page(year, page);
    }

    public Page<LedgerEntry> entries(UUID poolId, LedgerFilter filter, Pages page) {
        return ledger.of(pools.get(poolId).getPoolId(), filter, page);
    }

    /** What institutions see of the ledgers: what was paid to themselves. */
    public Page<LedgerEntry> paidTo(UUID institutionId, Pages page) {
        return ledger.paidTo(institutionId, page);
    }

    static UUID poolOf(UUID insurerId, int year) {
        return Ids.of("budget-pool", insurerId, year);
    }

    /** An expense for a known visit serves the company, plan and item of that visit. */
    private Expense completed(DraftExpense command) {
        var known = command.visitId() == null
                ? null
                : visits.find(command.visitId()).orElse(null);
        PolicyRule.PAYEE_UNKNOWN.require(
                command.payeeId() == null || payees.find(command.payeeId()).isPresent(), command.payeeId());
        PolicyRule.VISIT_OF_ANOTHER_INSURER.require(
                known == null || known.insurerId().equals(Own.insurer()), command.visitId());
        return new Expense(
                command.category(),
                command.amount(),
                command.voucherNo(),
                command.payeeId(),
                command.purpose(),
                command.visitId(),
                command.planId() == null && known != null ? known.planId() : command.planId(),
                command.companyId() == null && known != null ? known.companyId() : command.companyId(),
                command.spentOn(),
                command.item() == null && known != null ? known.item() : command.item(),
                command.institutionId(),
                command.attachmentHash());
    }

    private static String caller() {
        return CurrentCaller.get().subject();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
