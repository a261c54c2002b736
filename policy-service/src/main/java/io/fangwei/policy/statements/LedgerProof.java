package io.fangwei.policy.statements;

import java.util.UUID;

/** Shows that a ledger is whole. */
public interface LedgerProof {

    /** Recomputes chain, numbers and balances of a pool from its entries, and compares what is stored elsewhere. */
    LedgerCheck verify(UUID poolId);
}
