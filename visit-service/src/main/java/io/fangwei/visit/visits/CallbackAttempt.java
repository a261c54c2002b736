package io.fangwei.visit.visits;

import java.time.LocalDate;
import java.util.UUID;

/** A callback that reached nobody (AMB-07). */
public record CallbackAttempt(UUID attemptId, LocalDate on, ContactChannel channel, String outcome) {}
