package io.fangwei.team.policies;

import java.util.Optional;
import java.util.UUID;

/** The policies that we have heard of. */
public interface InsuredPolicies {

    /** Where their copies lie. */
    String COLLECTION = "policies";

    Optional<InsuredPolicy> find(UUID id);
}
