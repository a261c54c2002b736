package io.fangwei.policy.calendars;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock that runs in some service, as its events tell (D2).
 *
 * @param subjectId what it runs on
 * @param rule of the requirements, for example CLK-01
 */
public record OpenClock(
        String service,
        UUID subjectId,
        String rule,
        LocalDate start,
        LocalDate due,
        @Nullable UUID insurerId) {}
