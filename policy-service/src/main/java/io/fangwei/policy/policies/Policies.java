package io.fangwei.policy.policies;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.problems.Failure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** All policies. */
public interface Policies {

    Policy add(Policy policy, List<PolicyEvent> events);

    /**
     * Keeps new drafts, all in one write.
     *
     * @return why those were refused that were, by their ids
     */
    Map<UUID, Failure> addAll(List<Policy> drafts);

    Policy get(UUID policyId);

    Policy change(UUID policyId, Function<Policy, List<PolicyEvent>> action);

    /** Those of them that there are and that the caller may see. */
    Map<UUID, Policy> findAll(Collection<UUID> ids);

    Page<Policy> page(PolicyFilter filter, Pages page);
}
