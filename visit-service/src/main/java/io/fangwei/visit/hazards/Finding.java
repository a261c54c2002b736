package io.fangwei.visit.hazards;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was found (App. C table 8).
 *
 * @param criterion by which a major hazard is one
 */
public record Finding(
        String description,
        String category,
        @Nullable String subCategory,
        HazardCause cause,
        String place,
        @Nullable String criterion,
        LocalDate foundOn) {}
