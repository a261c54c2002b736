package io.fangwei.policy.budget.mongo;

import java.util.UUID;

/** Where the rows of the statements lie. */
public final class LedgerRows {

    public static final String COLLECTION = "ledger";

    private LedgerRows() {}

    /** Ids of one pool sort like its entry numbers. */
    public static String id(UUID poolId, int entryNo) {
        return "%s:%010d".formatted(poolId, entryNo);
    }
}
