package io.fangwei.policy.entitlements;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.Deadline;

/** A clock of an entitlement and how it stands. */
public record RunningClock(Deadline deadline, ClockFact fact) {}
