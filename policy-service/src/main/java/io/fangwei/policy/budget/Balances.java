package io.fangwei.policy.budget;

import java.math.BigDecimal;
import java.util.List;

/**
 * The balances of a pool. Whatever is done to them, what is committed and spent stays within what was accrued
 * (CD-5.1.4d, D7).
 *
 * @param accrued what is there to be used: extracted, brought in, less what was taken back or carried out
 * @param committed set aside for what was agreed and not yet spent
 * @param released what commitments gave back in all
 * @param shortfall what refunds of premium could not take back; the next accruals make it good
 */
public record Balances(
        BigDecimal accrued, BigDecimal committed, BigDecimal spent, BigDecimal released, BigDecimal shortfall) {

    public Balances {
        if (List.of(accrued, committed, spent, released, shortfall).stream().anyMatch(one -> one.signum() < 0)
                || committed.add(spent).compareTo(accrued) > 0) {
            throw new IllegalStateException("No pool has such balances: %s accrued, %s committed, %s spent"
                    .formatted(accrued, committed, spent));
        }
    }

    static Balances nothing() {
        var zero = BigDecimal.ZERO.setScale(2);
        return new Balances(zero, zero, zero, zero, zero);
    }

    /** What is neither committed nor spent. */
    public BigDecimal free() {
        return accrued.subtract(committed).subtract(spent);
    }

    /** What of this amount only makes good an earlier shortfall. */
    BigDecimal setOffAgainst(BigDecimal amount) {
        return shortfall.min(amount);
    }

    Balances accrue(BigDecimal amount) {
        var setOff = setOffAgainst(amount);
        return new Balances(
                accrued.add(amount).subtract(setOff), committed, spent, released, shortfall.subtract(setOff));
    }

    /** Takes back what is free; the rest is a shortfall. */
    Balances takeBack(BigDecimal amount) {
        var taken = amount.min(free());
        return new Balances(
                accrued.subtract(taken),
                committed,
                spent,
                released,
                shortfall.add(amount).subtract(taken));
    }

    Balances commit(BigDecimal amount) {
        return new Balances(accrued, committed.add(amount), spent, released, shortfall);
    }

    Balances release(BigDecimal amount) {
        return new Balances(accrued, committed.subtract(amount), spent, released.add(amount), shortfall);
    }

    /** @param drawn the part that had been committed for it */
    Balances spend(BigDecimal amount, BigDecimal drawn) {
        return new Balances(accrued, committed.subtract(drawn), spent.add(amount), released, shortfall);
    }

    Balances unspend(BigDecimal amount) {
        return new Balances(accrued, committed, spent.subtract(amount), released, shortfall);
    }

    Balances bringIn(BigDecimal amount) {
        return new Balances(accrued.add(amount), committed, spent, released, shortfall);
    }

    Balances carryOut(BigDecimal amount) {
        return new Balances(accrued.subtract(amount), committed, spent, released, shortfall);
    }
}
