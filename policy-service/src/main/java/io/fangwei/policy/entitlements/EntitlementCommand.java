package io.fangwei.policy.entitlements;

import io.fangwei.policy.policies.ServiceItemType;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;

/** What can be asked of an entitlement. */
public sealed interface EntitlementCommand {

    record RecordEarlierService(
            @NotNull ServiceItemType item,
            @NotNull LocalDate doneOn,

            @NotNull @Pattern(regexp = "[\\p{L}\\p{N}/._-]{1,50}")
            String proofReference,

            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String proofHash)
            implements EntitlementCommand {}
}
