package io.fangwei.policy.policies;

import java.time.LocalDate;

/** How many persons a policy insures from a day on. */
public record Headcount(LocalDate from, int insuredPersons) {}
