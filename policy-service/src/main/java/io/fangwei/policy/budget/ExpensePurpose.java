package io.fangwei.policy.budget;

/** What an expense serves: a visit, a plan, or prevention work in general. */
public enum ExpensePurpose {
    VISIT,
    PLAN,
    GENERAL
}
