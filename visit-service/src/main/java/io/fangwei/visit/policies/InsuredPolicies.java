package io.fangwei.visit.policies;

import java.util.Optional;
import java.util.UUID;

/** The policies that we have heard of. */
public interface InsuredPolicies {

    Optional<InsuredPolicy> find(UUID policyId);
}
