package io.fangwei.policy.policies;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** All policies. */
public interface Policies {

    Policy add(Policy policy, List<PolicyEvent> events);

    Policy get(UUID policyId);

    Policy change(UUID policyId, Function<Policy, List<PolicyEvent>> action);

    /** Those of them that there are and that the caller may see. */
    Map<UUID, Policy> findAll(Collection<UUID> ids);

    Page<Policy> page(PolicyFilter filter, Pages page);
}
