package io.fangwei.policy.imports.rows;

import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.Own;
import io.fangwei.policy.budget.BudgetCommand.DraftExpense;
import jakarta.validation.Valid;
import java.util.UUID;

/** Money spent as a row says it: from the pool of the year in which it was spent. */
record ExpenseRow(@Valid DraftExpense command) {

    UUID poolId() {
        return Ids.of("budget-pool", Own.insurer(), command.spentOn().getYear());
    }
}
