package io.fangwei.policy.policies;

/** How a service reaches the insured company. */
public enum Delivery {
    ON_SITE,
    ONLINE,
    MIXED
}
