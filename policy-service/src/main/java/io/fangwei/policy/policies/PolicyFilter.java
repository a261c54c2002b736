package io.fangwei.policy.policies;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which policies a list shows; what is left out does not matter.
 *
 * @param words parts of the policy number
 * @param insuredOn a day within the insured period
 * @param endingBy the latest last day insured, for renewals
 */
public record PolicyFilter(
        @Nullable String words,
        @Nullable PolicyStatus status,
        @Nullable UUID companyId,
        @Nullable LocalDate insuredOn,
        @Nullable LocalDate endingBy) {}
