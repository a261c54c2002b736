package io.fangwei.policy.budget;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The statements of all ledgers; an entry appears shortly after it was posted. */
public interface Ledger {

    Optional<LedgerEntry> find(UUID poolId, int entryNo);

    /** The entries with these vouchers that have not been taken back, by the numbers of the vouchers. */
    Map<String, LedgerEntry> ofVouchers(UUID poolId, Set<String> voucherNos);

    /** The entries of a pool in the order of their numbers. */
    Page<LedgerEntry> of(UUID poolId, LedgerFilter filter, Pages page);

    Page<LedgerEntry> paidTo(UUID institutionId, Pages page);
}
