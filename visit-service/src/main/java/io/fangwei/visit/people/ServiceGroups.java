package io.fangwei.visit.people;

import java.util.Optional;
import java.util.UUID;

/** The service groups that we have heard of, one for a policy. */
public interface ServiceGroups {

    Optional<ServiceGroup> of(UUID policyId);
}
