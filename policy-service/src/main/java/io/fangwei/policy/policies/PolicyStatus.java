package io.fangwei.policy.policies;

/** Where a policy stands. */
public enum PolicyStatus {
    DRAFT,
    DISCLOSED,
    ACTIVE,
    EXPIRED,
    CANCELLED
}
