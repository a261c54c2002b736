package io.fangwei.policy.entitlements;

import io.fangwei.policy.policies.ServiceItemType;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be asked of an entitlement. */
public sealed interface EntitlementCommand {

    record RecordEarlierService(
            @NotNull ServiceItemType item,
            @NotNull LocalDate doneOn,

            @NotNull @Pattern(regexp = "[\\p{L}\\p{N}/._-]{1,50}")
            String proofReference,

            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String proofHash)
            implements EntitlementCommand {}

    /**
     * How many of the persons insured on a day have learned for 90 minutes at least, as the platform counts them.
     *
     * @param logHash SHA-256 of the learning log, which stays with the platform
     * @param correctionReason why fewer have than was said before
     */
    record RecordLearning(
            @NotNull LocalDate asOf,
            @NotNull @PositiveOrZero @Max(10_000_000) Integer learners,

            @NotNull @Pattern(regexp = "[\\p{L}\\p{N}/._-]{1,50}")
            String platformReference,

            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String logHash,

            @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{1,49}")
            String correctionReason)
            implements EntitlementCommand {}
}
