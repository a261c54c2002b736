package io.fangwei.policy.budget;

import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.budget.BudgetCommand.DraftExpense;
import io.fangwei.policy.budget.BudgetCommand.ReverseEntry;
import io.fangwei.policy.budget.BudgetCommand.WithdrawExpense;
import io.fangwei.policy.insurers.Insurers;
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where prevention money is accrued, drafted, posted and corrected. */
@Service
public class BudgetDesk {

    private final BudgetPools pools;
    private final Ledger ledger;
    private final Insurers insurers;
    private final Clock clock;

    public BudgetDesk(BudgetPools pools, Ledger ledger, Insurers insurers, Clock clock) {
        this.pools = pools;
        this.ledger = ledger;
        this.insurers = insurers;
        this.clock = clock;
    }

    /** The premium goes to the pool of the year in which it came in. */
    public BudgetPool accrue(
            UUID insurerId, int year, UUID policyId, UUID companyId, BigDecimal premium, BigDecimal ratio) {
        var id = Ids.of("budget-pool", insurerId, year);
        var accrual = new Accrual(CurrentCommand.derivedId("accrual"), policyId, companyId, premium, ratio);
        return pools.open(
                id,
                () -> BudgetPool.empty(
                        id, insurerId, year, insurers.get(insurerId).getAreas()),
                pool -> pool.accrue(accrual));
    }

    public BudgetPool draft(UUID poolId, DraftExpense command) {
        var expense = new Expense(
                command.category(),
                command.amount(),
                command.voucherNo(),
                command.payee(),
                command.purpose(),
                command.visitId(),
                command.planId(),
                command.companyId(),
                command.spentOn());
        var drafted = new OpenExpense(CurrentCommand.derivedId("expense"), caller(), expense);
        return pools.change(poolId, pool -> pool.draft(drafted, today()));
    }

    public BudgetPool withdraw(UUID poolId, UUID expenseId, WithdrawExpense command) {
        return pools.change(poolId, pool -> pool.withdraw(expenseId, command.reasonCode()));
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

    public BudgetPool get(UUID poolId) {
        return pools.get(poolId);
    }

    public Page<BudgetPool> page(@Nullable Integer year, Pages page) {
        return pools.page(year, page);
    }

    public Page<LedgerEntry> entries(UUID poolId, LedgerFilter filter, Pages page) {
        return ledger.of(pools.get(poolId).getPoolId(), filter, page);
    }

    private static String caller() {
        return CurrentCaller.get().subject();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
