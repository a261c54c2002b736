package io.fangwei.policy.budget;

import io.fangwei.policy.policies.ServiceItemType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a pool's ledger as its statement shows it (CD-5.1.4c).
 *
 * @param amount moved; negative where money goes back: in a counter-entry, a release, a taking back, a carry-over
 * @param drawn the part of an expense that had been committed
 * @param on the day of the business behind it
 * @param bookedOn the day on which it was entered
 * @param reverses the number of the entry that this one takes back
 * @param reversedBy the number of the counter-entry that took this one back
 * @param premium that came in or went back
 * @param required what the rule pack demanded to be set aside of it
 * @param rulePack id and version of that rule pack
 * @param accrued what was accrued in the pool with this entry; committed and spent likewise
 */
public record LedgerEntry(
        UUID poolId,
        UUID insurerId,
        int year,
        int entryNo,
        EntryKind kind,
        BigDecimal amount,
        @Nullable BigDecimal drawn,
        @Nullable UUID expenseId,
        @Nullable UUID commitmentId,
        @Nullable ExpenseCategory category,
        @Nullable String voucherNo,
        @Nullable ExpensePurpose purpose,
        @Nullable ServiceItemType item,
        @Nullable UUID visitId,
        @Nullable UUID planId,
        @Nullable UUID policyId,
        @Nullable UUID companyId,
        @Nullable UUID payeeId,
        @Nullable UUID institutionId,
        @Nullable String attachmentHash,
        LocalDate on,
        LocalDate bookedOn,
        @Nullable Integer reverses,
        @Nullable Integer reversedBy,
        @Nullable String reason,
        @Nullable BigDecimal premium,
        @Nullable BigDecimal required,
        @Nullable String rulePack,
        BigDecimal accrued,
        BigDecimal committed,
        BigDecimal spent) {

    /** This entry before a counter-entry took it back, as its own event tells it. */
    public LedgerEntry asWritten() {
        return new LedgerEntry(
                poolId,
                insurerId,
                year,
                entryNo,
                kind,
                amount,
                drawn,
                expenseId,
                commitmentId,
                category,
                voucherNo,
                purpose,
                item,
                visitId,
                planId,
                policyId,
                companyId,
                payeeId,
                institutionId,
                attachmentHash,
                on,
                bookedOn,
                reverses,
                null,
                reason,
                premium,
                required,
                rulePack,
                accrued,
                committed,
                spent);
    }
}
