package io.fangwei.launcher.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that the demo year lets go wrong, and under which rule of App. E it must be counted.
 *
 * @param subject the slot of what it happens to
 * @param due the last day on which it would have been in time, if it is a matter of time
 * @param done when it is done after all
 */
record PlannedCase(
        String insurer,
        String rule,
        String subject,
        @Nullable LocalDate due,
        @Nullable LocalDate done) {}
