package io.fangwei.visit.visits;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That the company agreed to item, measures and time before the service (CD-5.3.2a).
 *
 * @param proof how it said so, where staff recorded it
 */
public record Confirmation(LocalDate on, @Nullable String proof) {}
