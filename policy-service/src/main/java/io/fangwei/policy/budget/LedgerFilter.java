package io.fangwei.policy.budget;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which entries of a ledger a list shows; what is left out does not matter. */
public record LedgerFilter(
        @Nullable ExpenseCategory category,
        @Nullable UUID companyId,
        @Nullable UUID visitId,
        @Nullable EntryKind kind) {}
