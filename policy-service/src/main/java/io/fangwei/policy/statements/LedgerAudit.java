package io.fangwei.policy.statements;

import io.fangwei.policy.budget.EntryKind;
import io.fangwei.policy.budget.LedgerEntry;
import io.fangwei.policy.statements.LedgerCheck.Damage;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Walks through the entries of a ledger from the first, keeping the balances that follow from them. */
public final class LedgerAudit {

    private int lastEntryNo;
    private BigDecimal accrued = BigDecimal.ZERO.setScale(2);
    private BigDecimal committed = BigDecimal.ZERO.setScale(2);
    private BigDecimal spent = BigDecimal.ZERO.setScale(2);
    private final Map<Integer, BigDecimal> reversible = new HashMap<>();

    /** Takes the next entry, unless something is wrong with it. */
    public Optional<Damage> take(LedgerEntry entry) {
        if (entry.entryNo() != lastEntryNo + 1) {
            return Optional.of(Damage.NUMBER_WRONG);
        }
        if (!countsAs(entry)) {
            return Optional.of(Damage.REVERSAL_WRONG);
        }
        apply(entry);
        lastEntryNo = entry.entryNo();
        if (!holds(entry.accrued(), entry.committed(), entry.spent())) {
            return Optional.of(Damage.BALANCE_WRONG);
        }
        var overdrawn = committed.add(spent).compareTo(accrued) > 0
                || Stream.of(accrued, committed, spent).anyMatch(balance -> balance.signum() < 0);
        return overdrawn ? Optional.of(Damage.OVERDRAWN) : Optional.empty();
    }

    /** True if these are the balances that follow from all entries taken. */
    public boolean holds(BigDecimal statedAccrued, BigDecimal statedCommitted, BigDecimal statedSpent) {
        return accrued.compareTo(statedAccrued) == 0
                && committed.compareTo(statedCommitted) == 0
                && spent.compareTo(statedSpent) == 0;
    }

    private boolean countsAs(LedgerEntry entry) {
        if (entry.kind() == EntryKind.EXPENSE) {
            reversible.put(entry.entryNo(), entry.amount());
        }
        if (entry.kind() != EntryKind.REVERSAL) {
            return true;
        }
        var original = reversible.remove(entry.reverses());
        return original != null && original.compareTo(entry.amount().negate()) == 0;
    }

    private void apply(LedgerEntry entry) {
        switch (entry.kind()) {
            case OPENING_ACCRUED, ACCRUAL, TAKE_BACK, CARRY_OUT, CARRY_IN -> accrued = accrued.add(entry.amount());
            case COMMITMENT, RELEASE -> committed = committed.add(entry.amount());
            case OPENING_SPENT, REVERSAL -> spent = spent.add(entry.amount());
            case EXPENSE -> {
                spent = spent.add(entry.amount());
                committed = committed.subtract(Objects.requireNonNullElse(entry.drawn(), BigDecimal.ZERO));
            }
        }
    }

    public int lastEntryNo() {
        return lastEntryNo;
    }

    public BigDecimal accrued() {
        return accrued;
    }

    public BigDecimal committed() {
        return committed;
    }

    public BigDecimal spent() {
        return spent;
    }
}
