package io.fangwei.complaint.visits;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The visits that visit-service has told us of. */
public interface ServedVisits {

    Optional<ServedVisit> visit(UUID visitId);

    /** Whom a complaint may concern: who was planned for or present at the visit, else at any visit of the policy. */
    Set<UUID> professionals(@Nullable UUID policyId, @Nullable UUID visitId);
}
