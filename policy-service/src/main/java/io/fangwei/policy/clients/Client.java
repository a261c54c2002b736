package io.fangwei.policy.clients;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company for which a broker acts towards one insurer.
 *
 * @param policyId the only policy that the engagement is about; none where it is about all of them
 */
public record Client(
        UUID insurerId, UUID companyId, @Nullable UUID policyId) {

    boolean isAbout(UUID ofInsurer, UUID policy) {
        return insurerId.equals(ofInsurer) && (policyId == null || policyId.equals(policy));
    }
}
