package io.fangwei.policy.calendars;

import io.fangwei.policy.insurers.AccrualRules;
import java.time.LocalDate;

/**
 * Limits of accrual that a rule pack was published with.
 *
 * @param version of the rule pack
 * @param from the day from which they are in force
 */
public record AccrualVersion(String version, LocalDate from, AccrualRules rules) {}
