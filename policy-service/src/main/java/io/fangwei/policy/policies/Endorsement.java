package io.fangwei.policy.policies;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contract as it stands from a day on. The one that was concluded first is version 1.
 *
 * @param agreedOn when it was entered here
 * @param reasonCode why it was changed; none for the first
 */
public record Endorsement(
        int version,
        LocalDate effectiveOn,
        @Nullable LocalDate agreedOn,
        @Nullable String reasonCode,
        Contract contract,
        InsuredRisk risk) {}
