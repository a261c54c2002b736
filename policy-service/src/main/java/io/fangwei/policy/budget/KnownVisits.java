package io.fangwei.policy.budget;

import io.fangwei.policy.policies.ServiceItemType;
import java.util.Optional;
import java.util.UUID;

/** What visit-service has told of its visits: what an expense for one serves. */
public interface KnownVisits {

    Optional<KnownVisit> find(UUID visitId);

    /** A visit that was planned. */
    record KnownVisit(UUID insurerId, UUID companyId, UUID policyId, UUID planId, ServiceItemType item) {}
}
