package io.fangwei.policy.budget;

import io.fangwei.policy.budget.BudgetEvent.AccrualTakenBack;
import io.fangwei.policy.budget.BudgetEvent.BudgetAccrued;
import io.fangwei.policy.budget.BudgetEvent.BudgetCommitted;
import io.fangwei.policy.budget.BudgetEvent.CarriedIn;
import io.fangwei.policy.budget.BudgetEvent.CarriedOver;
import io.fangwei.policy.budget.BudgetEvent.CommitmentReleased;
import io.fangwei.policy.budget.BudgetEvent.LedgerEntryPosted;
import io.fangwei.policy.budget.BudgetEvent.LedgerEntryReversed;
import io.fangwei.policy.budget.BudgetEvent.OpeningRecorded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * The next entry of a ledger, to be written as what moved the money.
 *
 * @param balances of the pool with this entry
 */
record NextEntry(UUID poolId, UUID insurerId, int year, int entryNo, Balances balances) {

    OpeningRecorded opening(EntryKind kind, BigDecimal amount, Opening opening) {
        return new OpeningRecorded(
                poolId,
                insurerId,
                year,
                entryNo,
                kind,
                amount,
                opening.asOf(),
                opening.proof().reference(),
                opening.proof().sha256(),
                balances.accrued(),
                balances.committed(),
                balances.spent());
    }

    BudgetAccrued accrued(Accrual accrual, BigDecimal setOff) {
        return new BudgetAccrued(
                poolId,
                insurerId,
                year,
                entryNo,
                accrual.accrualId(),
                accrual.policyId(),
                accrual.companyId(),
                accrual.premium(),
                accrual.share().ratio(),
                accrual.amount(),
                accrual.required(),
                accrual.share().rulePack(),
                setOff,
                balances.accrued(),
                balances.committed(),
                balances.spent());
    }

    AccrualTakenBack takenBack(Refund refund, BigDecimal taken) {
        return new AccrualTakenBack(
                poolId,
                insurerId,
                year,
                entryNo,
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
    }

    BudgetCommitted committed(Commitment commitment, LocalDate on) {
        return new BudgetCommitted(
                poolId,
                insurerId,
                year,
                entryNo,
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

    CommitmentReleased released(Commitment open, BigDecimal amount, String reasonCode, LocalDate on) {
        return new CommitmentReleased(
                poolId,
                insurerId,
                year,
                entryNo,
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

    LedgerEntryPosted posted(UUID expenseId, Expense expense, BigDecimal drawn) {
        return new LedgerEntryPosted(
                poolId,
                insurerId,
                year,
                entryNo,
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
                expense.payeeId(),
                expense.institutionId(),
                expense.attachmentHash(),
                expense.spentOn(),
                balances.accrued(),
                balances.committed(),
                balances.spent());
    }

    LedgerEntryReversed reversed(LedgerEntry entry, String reasonCode, LocalDate on) {
        return new LedgerEntryReversed(
                poolId,
                insurerId,
                year,
                entryNo,
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
                on,
                reasonCode,
                balances.accrued(),
                balances.committed(),
                balances.spent());
    }

    CarriedOver carriedOver(BigDecimal amount, LocalDate on) {
        return new CarriedOver(
                poolId,
                insurerId,
                year,
                entryNo,
                year + 1,
                amount.setScale(2),
                on,
                balances.accrued(),
                balances.committed(),
                balances.spent());
    }

    CarriedIn carriedIn(int fromYear, BigDecimal amount, LocalDate decidedOn) {
        return new CarriedIn(
                poolId,
                insurerId,
                year,
                entryNo,
                fromYear,
                amount,
                decidedOn,
                balances.accrued(),
                balances.committed(),
                balances.spent());
    }
}
