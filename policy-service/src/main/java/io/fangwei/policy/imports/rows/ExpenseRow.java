package io.fangwei.policy.imports.rows;

import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.Own;
import io.fangwei.policy.budget.BudgetCommand.DraftExpense;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money spent as a row says it: from the pool of the year in which it was spent, the payee by the name. */
record ExpenseRow(
        @Valid DraftExpense command,
        @Nullable @Size(max = 200) String payee) {

    UUID poolId() {
        return Ids.of("budget-pool", Own.insurer(), command.spentOn().getYear());
    }

    DraftExpense paidTo(@Nullable UUID payeeId) {
        return new DraftExpense(
                command.category(),
                command.amount(),
                command.voucherNo(),
                payeeId,
                command.purpose(),
                command.visitId(),
                command.planId(),
                command.companyId(),
                command.spentOn(),
                command.item(),
                command.institutionId(),
                command.attachmentHash());
    }
}
