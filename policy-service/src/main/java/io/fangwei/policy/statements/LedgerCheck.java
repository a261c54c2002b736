package io.fangwei.policy.statements;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a ledger found.
 *
 * @param lastEntryNo of the entries that hold, from the first
 * @param accrued the balances recomputed from those entries; committed and spent likewise
 * @param broken the first entry that does not hold; none if the ledger is whole
 */
public record LedgerCheck(
        boolean whole,
        int lastEntryNo,
        BigDecimal accrued,
        BigDecimal committed,
        BigDecimal spent,
        @Nullable Broken broken) {

    /**
     * Where a ledger breaks.
     *
     * @param entryNo of the entry of the ledger, where it can be told
     * @param sequence its number in the journal of the pool
     * @param entryId its id there
     */
    public record Broken(
            @Nullable Integer entryNo,
            @Nullable Long sequence,
            @Nullable String entryId,
            Damage damage) {}

    /** How a ledger can break. */
    public enum Damage {
        /** what the entry says is not what its hash was computed from */
        CONTENT_CHANGED,
        /** the entry does not name the hash of the one before */
        LINK_BROKEN,
        /** entries are missing before this one */
        ENTRY_MISSING,
        /** the newest entries are missing */
        END_MISSING,
        /** the number of the entry does not follow the one before */
        NUMBER_WRONG,
        /** its balances do not follow from those before */
        BALANCE_WRONG,
        /** more would be used than was accrued */
        OVERDRAWN,
        /** a counter-entry takes back what is not there */
        REVERSAL_WRONG,
        /** the line of the statement says something else than the entry */
        STATEMENT_CHANGED,
        /** the line of the statement is gone */
        STATEMENT_MISSING,
        /** the balances stored in the pool are not those of its entries */
        POOL_CHANGED
    }
}
