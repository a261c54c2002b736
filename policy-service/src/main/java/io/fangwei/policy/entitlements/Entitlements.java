package io.fangwei.policy.entitlements;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The entitlements of all policies, each under the id of its policy. */
public interface Entitlements {

    /** Changes an entitlement, or begins it by its first change. */
    void open(UUID policyId, Supplier<Entitlement> beginning, Function<Entitlement, List<EntitlementEvent>> action);

    Entitlement get(UUID policyId);

    Optional<Entitlement> find(UUID policyId);

    Entitlement change(UUID policyId, Function<Entitlement, List<EntitlementEvent>> action);

    /** @param status all, if none is given */
    Page<Entitlement> page(@Nullable EntitlementStatus status, Pages page);
}
