package io.fangwei.policy.budget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a pool's ledger as its statement shows it (CD-5.1.4c).
 *
 * @param amount spent; negative in a counter-entry
 * @param reverses the number of the entry that this one takes back
 * @param reversedBy the number of the counter-entry that took this one back
 * @param accrued what the pool had accrued when the entry was made
 * @param spent what had been spent from the pool with this entry
 */
public record LedgerEntry(
        UUID poolId,
        int entryNo,
        @Nullable UUID expenseId,
        ExpenseCategory category,
        BigDecimal amount,
        String voucherNo,
        ExpensePurpose purpose,
        @Nullable UUID visitId,
        @Nullable UUID planId,
        @Nullable UUID companyId,
        LocalDate on,
        @Nullable Integer reverses,
        @Nullable Integer reversedBy,
        @Nullable String reason,
        BigDecimal accrued,
        BigDecimal spent) {

    public boolean takesBack() {
        return reverses != null;
    }
}
