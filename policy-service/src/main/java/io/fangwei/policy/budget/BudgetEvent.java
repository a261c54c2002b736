package io.fangwei.policy.budget;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import io.fangwei.policy.policies.ServiceItemType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a budget pool; together these are its ledger. Whatever moves money has the next {@code entryNo} and says
 * what is accrued, committed and spent with it.
 */
public sealed interface BudgetEvent extends Event {

    /** @param kind {@code OPENING_ACCRUED} or {@code OPENING_SPENT} */
    @EventType("policy.opening-balance-recorded.v1")
    record OpeningRecorded(
            UUID poolId,
            UUID insurerId,
            int year,
            int entryNo,
            EntryKind kind,
            BigDecimal amount,
            LocalDate asOf,
            String proofReference,
            String proofHash,
            BigDecimal accrued,
            BigDecimal committed,
            BigDecimal spent)
            implements BudgetEvent {}

    /**
     * @param required what the rule pack demands of this premium
     * @param rulePack id and version of the rule pack that demands it
     * @param setOff the part that only makes good an earlier shortfall
     */
    @EventType("policy.budget-accrued.v1")
    record BudgetAccrued(
            UUID poolId,
            UUID insurerId,
            int year,
            int entryNo,
            UUID accrualId,
            UUID policyId,
            UUID companyId,
            BigDecimal premium,
            BigDecimal ratio,
            BigDecimal amount,
            BigDecimal required,
            @Nullable String rulePack,
            BigDecimal setOff,
            BigDecimal accrued,
            BigDecimal committed,
            BigDecimal spent)
            implements BudgetEvent {}

    /** Less was set aside than had to be: a finding with its amount (CD-5.1.4f, AMB-19). */
    @EventType("policy.accrual-insufficient.v1")
    record AccrualInsufficient(
            UUID poolId,
            UUID insurerId,
            int year,
            Insufficiency why,
            UUID policyId,
            UUID companyId,
            BigDecimal premium,
            BigDecimal required,
            BigDecimal setAside,
            BigDecimal missing)
            implements BudgetEvent {}

    /** @param amount taken back; the rest of the share is what {@code shortfall} grew by */
    @EventType("policy.accrual-taken-back.v1")
    record AccrualTakenBack(
            UUID poolId,
            UUID insurerId,
            int year,
            int entryNo,
            UUID refundId,
            UUID policyId,
            UUID companyId,
            BigDecimal premium,
            BigDecimal ratio,
            BigDecimal amount,
            BigDecimal shortfall,
            BigDecimal accrued,
            BigDecimal committed,
            BigDecimal spent)
            implements BudgetEvent {}

    @EventType("policy.budget-committed.v1")
    record BudgetCommitted(
            UUID poolId,
            UUID insurerId,
            int year,
            int entryNo,
            UUID commitmentId,
            @Nullable UUID planId,
            @Nullable UUID policyId,
            @Nullable UUID companyId,
            @Nullable ServiceItemType item,
            BigDecimal amount,
            LocalDate on,
            BigDecimal accrued,
            BigDecimal committed,
            BigDecimal spent)
            implements BudgetEvent {}

    @EventType("policy.commitment-released.v1")
    record CommitmentReleased(
            UUID poolId,
            UUID insurerId,
            int year,
            int entryNo,
            UUID commitmentId,
            @Nullable UUID planId,
            @Nullable UUID policyId,
            @Nullable UUID companyId,
            @Nullable ServiceItemType item,
            BigDecimal amount,
            LocalDate on,
            String reason,
            BigDecimal accrued,
            BigDecimal committed,
            BigDecimal spent)
            implements BudgetEvent {
        @Override
        public Optional<String> reasonCode() {
            return Optional.of(reason);
        }
    }

    /** An agreed plan costs more than is free: the rest is not committed (requirements 3.10). */
    @EventType("policy.budget-overdraw-blocked.v1")
    record OverdrawBlocked(
            UUID poolId,
            UUID insurerId,
            int year,
            UUID planId,
            UUID policyId,
            UUID companyId,
            ServiceItemType item,
            BigDecimal wanted,
            BigDecimal uncovered,
            LocalDate on)
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

    @EventType(value = "policy.expenses-handed-over.v1", local = true)
    record ExpensesHandedOver(UUID poolId, List<UUID> expenseIds) implements BudgetEvent {}

    /**
     * @param drawn the part of the amount that had been committed for it
     * @param payeeId who was paid; the name is never told
     */
    @EventType("policy.ledger-entry-posted.v1")
    record LedgerEntryPosted(
            UUID poolId,
            UUID insurerId,
            int year,
            int entryNo,
            UUID expenseId,
            ExpenseCategory category,
            BigDecimal amount,
            BigDecimal drawn,
            String voucherNo,
            ExpensePurpose purpose,
            @Nullable ServiceItemType item,
            @Nullable UUID visitId,
            @Nullable UUID planId,
            @Nullable UUID companyId,
            @Nullable UUID payeeId,
            @Nullable UUID institutionId,
            @Nullable String attachmentHash,
            LocalDate spentOn,
            BigDecimal accrued,
            BigDecimal committed,
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
            @Nullable ServiceItemType item,
            @Nullable UUID visitId,
            @Nullable UUID planId,
            @Nullable UUID companyId,
            @Nullable UUID institutionId,
            LocalDate on,
            String reason,
            BigDecimal accrued,
            BigDecimal committed,
            BigDecimal spent)
            implements BudgetEvent {
        @Override
        public Optional<String> reasonCode() {
            return Optional.of(reason);
        }
    }

    /** Somebody decided how much of an ended year's money goes on; it is on its way to the next year's pool. */
    @EventType("policy.budget-carried-over.v1")
    record CarriedOver(
            UUID poolId,
            UUID insurerId,
            int year,
            int entryNo,
            int toYear,
            BigDecimal amount,
            LocalDate on,
            BigDecimal accrued,
            BigDecimal committed,
            BigDecimal spent)
            implements BudgetEvent {}

    @EventType("policy.budget-carried-in.v1")
    record CarriedIn(
            UUID poolId,
            UUID insurerId,
            int year,
            int entryNo,
            int fromYear,
            BigDecimal amount,
            LocalDate on,
            BigDecimal accrued,
            BigDecimal committed,
            BigDecimal spent)
            implements BudgetEvent {}

    /** Why less was set aside than had to be. */
    enum Insufficiency {
        NOTHING_SET_ASIDE,
        BELOW_FLOOR,
        REFUND_OF_MONEY_USED
    }
}
