package io.fangwei.policy.budget;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a budget pool; together these are its ledger. */
public sealed interface BudgetEvent extends Event {

    /** @param accrued what the pool has accrued with this */
    @EventType("policy.budget-accrued.v1")
    record BudgetAccrued(
            UUID poolId,
            UUID insurerId,
            int year,
            UUID accrualId,
            UUID policyId,
            UUID companyId,
            BigDecimal premium,
            BigDecimal ratio,
            BigDecimal amount,
            BigDecimal accrued,
            BigDecimal spent)
            implements BudgetEvent {}

    @EventType(value = "policy.expense-drafted.v1", local = true)
    record ExpenseDrafted(
            UUID poolId, UUID expenseId, @Nullable ExpenseCategory category, BigDecimal amount)
            implements BudgetEvent {}

    @EventType(value = "policy.expense-withdrawn.v1", local = true)
    record ExpenseWithdrawn(UUID poolId, UUID expenseId, BigDecimal amount, String reason) implements BudgetEvent {

        @Override
        public Optional<String> reasonCode() {
            return Optional.of(reason);
        }
    }

    /** @param spent what has been spent from the pool with this */
    @EventType("policy.ledger-entry-posted.v1")
    record LedgerEntryPosted(
            UUID poolId,
            UUID insurerId,
            int year,
            int entryNo,
            UUID expenseId,
            ExpenseCategory category,
            BigDecimal amount,
            String voucherNo,
            ExpensePurpose purpose,
            @Nullable UUID visitId,
            @Nullable UUID planId,
            @Nullable UUID companyId,
            LocalDate spentOn,
            BigDecimal accrued,
            BigDecimal spent)
            implements BudgetEvent {}

    /**
     * @param entryNo of the counter-entry
     * @param reversedEntryNo of the entry that it takes back
     * @param amount that it takes back
     */
    @EventType("policy.ledger-entry-reversed.v1")
    record LedgerEntryReversed(
            UUID poolId,
            UUID insurerId,
            int year,
            int entryNo,
            int reversedEntryNo,
            ExpenseCategory category,
            BigDecimal amount,
            String voucherNo,
            ExpensePurpose purpose,
            @Nullable UUID visitId,
            @Nullable UUID planId,
            @Nullable UUID companyId,
            LocalDate on,
            String reason,
            BigDecimal accrued,
            BigDecimal spent)
            implements BudgetEvent {

        @Override
        public Optional<String> reasonCode() {
            return Optional.of(reason);
        }
    }
}
