package io.fangwei.visit.policies;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The policies that we have heard of. */
public interface InsuredPolicies {

    /** A policy as it stands on a day; before its first day, as it was concluded. */
    Optional<InsuredPolicy> find(UUID policyId, LocalDate day);
}
