package io.fangwei.launcher.clock;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What the clock shows, and whether the business has caught up with it. */
record ClockReading(
        OffsetDateTime now,
        boolean held,
        boolean outboxesEmpty,
        long unconsumed,
        @Nullable OffsetDateTime watchesRunAt) {}
