package io.fangwei.policy.budget;

/** What moves money in a pool. */
public enum EntryKind {
    /** accrued before the pool was kept here */
    OPENING_ACCRUED,
    /** spent before the pool was kept here */
    OPENING_SPENT,
    ACCRUAL,
    TAKE_BACK,
    COMMITMENT,
    RELEASE,
    EXPENSE,
    REVERSAL,
    CARRY_OUT,
    CARRY_IN;

    /** True if it is the outflow of money that was used (CD-5.1.4b). */
    public boolean isSpending() {
        return this == OPENING_SPENT || this == EXPENSE || this == REVERSAL;
    }
}
