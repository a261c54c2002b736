package io.fangwei.policy.imports.rows;

import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.Own;
import io.fangwei.policy.policies.PolicyCommand.ReceivePremium;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Premium received as a row says it: the policy by its number. */
record ReceiptRow(@NotNull String policyNo, @Valid ReceivePremium command) {

    UUID policyId() {
        return Ids.of("policy", Own.insurer(), policyNo);
    }
}
