package io.fangwei.complaint.policies;

import java.util.Optional;
import java.util.UUID;

/** The policies and companies that policy-service has told us of. */
public interface InsuredPolicies {

    Optional<InsuredPolicy> policy(UUID policyId);

    /** The area of a company, if we know the company. */
    Optional<String> areaOf(UUID companyId);

    /** Whether the company has or had a policy of the insurer. */
    boolean isInsured(UUID companyId, UUID insurerId);
}
