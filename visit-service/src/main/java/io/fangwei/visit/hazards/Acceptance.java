package io.fangwei.visit.hazards;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether the treatment was good enough, in whose eyes. */
public record Acceptance(
        LocalDate on,
        boolean accepted,
        @Nullable String reason,
        String by,
        @Nullable String acceptedBy) {}
