package io.fangwei.visit.hazards;

import java.time.LocalDate;

/** What the company did. */
public record Treatment(LocalDate on, String treatment) {}
