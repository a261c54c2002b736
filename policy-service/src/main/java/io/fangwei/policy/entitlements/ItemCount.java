package io.fangwei.policy.entitlements;

import io.fangwei.policy.policies.ServiceItemType;

/** How many services of an item were agreed, are planned, are done, and are late on the day asked about. */
public record ItemCount(ServiceItemType item, int agreed, int planned, int done, int overdue, int remaining) {}
