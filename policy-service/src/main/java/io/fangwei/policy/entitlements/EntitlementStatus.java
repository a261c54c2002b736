package io.fangwei.policy.entitlements;

/** How an entitlement stands; it is OPEN as long as the policy is. */
public enum EntitlementStatus {
    OPEN,
    FULFILLED,
    UNFULFILLED
}
