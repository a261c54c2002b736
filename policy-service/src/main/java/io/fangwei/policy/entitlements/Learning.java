package io.fangwei.policy.entitlements;

import java.time.LocalDate;

/**
 * How many of the persons insured on a day have learned for 90 minutes at least, as the learning platform counts them.
 *
 * @param logHash SHA-256 of the learning log, which stays with the platform
 */
public record Learning(LocalDate asOf, int learners, String platformReference, String logHash) {}
