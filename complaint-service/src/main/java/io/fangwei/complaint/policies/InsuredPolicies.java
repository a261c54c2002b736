package io.fangwei.complaint.policies;

import java.util.Optional;
import java.util.UUID;

/** The policies, companies and insurers that policy-service has told us of. */
public interface InsuredPolicies {

    Optional<InsuredPolicy> policy(UUID policyId);

    /** The area of a company, if we know the company. */
    Optional<String> areaOf(UUID companyId);

    boolean knowsInsurer(UUID insurerId);
}
