package io.fangwei.complaint.policies;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The policies and companies that policy-service has told us of. */
public interface InsuredPolicies {

    /** A policy as it stands on a day. */
    Optional<InsuredPolicy> policy(UUID policyId, LocalDate day);

    /** The area of a company, if we know the company. */
    Optional<String> areaOf(UUID companyId);

    /** Whether the company has or had a policy of the insurer. */
    boolean isInsured(UUID companyId, UUID insurerId);
}
