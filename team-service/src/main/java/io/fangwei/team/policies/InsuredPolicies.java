package io.fangwei.team.policies;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The policies that we have heard of. */
public interface InsuredPolicies {

    /** Where their copies lie. */
    String COLLECTION = "policies";

    /** A policy as it stands on a day; before its first day, as it was concluded. */
    Optional<InsuredPolicy> find(UUID id, LocalDate day);
}
