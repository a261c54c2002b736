package io.fangwei.policy.imports.rows;

import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.Own;
import io.fangwei.policy.policies.ServiceItemType;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;

/** How often a service had been rendered for a policy in its current year, with the number of what proves it. */
record ServicesDoneRow(
        @NotNull String policyNo,
        @NotNull ServiceItemType item,
        @NotNull @Min(1) @Max(366) Integer times,
        @NotNull LocalDate lastOn,

        @NotNull @Pattern(regexp = "[\\p{L}\\p{N}/._-]{1,50}")
        String proofNo,

        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String proofHash) {

    UUID policyId() {
        return Ids.of("policy", Own.insurer(), policyNo);
    }

    UUID recordId() {
        return Ids.of("services-done", policyId(), item);
    }
}
