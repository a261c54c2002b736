package io.fangwei.policy.policies.mongo;

import static io.fangwei.kernel.caller.Role.BR;
import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.IC;
import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.kernel.store.Creation;
import io.fangwei.policy.clients.ClientWindow;
import io.fangwei.policy.clients.Clients;
import io.fangwei.policy.policies.Policies;
import io.fangwei.policy.policies.Policy;
import io.fangwei.policy.policies.PolicyEvent;
import io.fangwei.policy.policies.PolicyFilter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoPolicies implements Policies {

    private static final Scope SCOPE = Scope.nobody()
            .own("state.insurerId", Caller::insurerId, IM, IS, IC)
            .own("state.companyId", Caller::companyId, ID)
            .area("state.risk.area", EA, CP);

    private final AggregateStore<Policy> store;

    MongoPolicies(AggregateStores stores, Clients clients) {
        var scope = SCOPE.through(ClientWindow.onPolicies(clients), BR);
        store = stores.open(new AggregateKind<>("policy", "policies", Policy.class, scope));
        stores.index("policies", "state.insurerId", "_id");
        stores.index("policies", "state.insurerId", "state.status", "_id");
        stores.index("policies", "state.insurerId", "state.contract.to");
        stores.index("policies", "state.insurerId", "state.companyId", "_id");
        stores.index("policies", "state.companyId", "_id");
    }

    @Override
    public Policy add(Policy policy, List<PolicyEvent> events) {
        return store.create(policy.getPolicyId(), policy, events);
    }

    @Override
    public Map<UUID, Failure> addAll(List<Policy> drafts) {
        return store.createAll(drafts.stream()
                .map(policy -> new Creation<>(policy.getPolicyId(), policy, policy.draft()))
                .toList());
    }

    @Override
    public Policy get(UUID policyId) {
        return store.get(policyId);
    }

    @Override
    public Policy change(UUID policyId, Function<Policy, List<PolicyEvent>> action) {
        return store.change(policyId, action);
    }

    @Override
    public Map<UUID, Policy> findAll(Collection<UUID> ids) {
        return store.findAll(ids);
    }

    @Override
    public Page<Policy> page(PolicyFilter filter, Pages page) {
        var wanted = new Criteria();
        if (filter.status() != null) {
            wanted.and("state.status").is(filter.status().name());
        }
        if (filter.companyId() != null) {
            wanted.and("state.companyId").is(filter.companyId());
        }
        if (filter.insuredOn() != null) {
            wanted.and("state.contract.from").lte(filter.insuredOn());
        }
        if (filter.insuredOn() != null || filter.endingBy() != null) {
            lastDay(wanted.and("state.contract.to"), filter);
        }
        return store.page(wanted, filter.words(), page);
    }

    private static void lastDay(Criteria to, PolicyFilter filter) {
        if (filter.insuredOn() != null) {
            to.gte(filter.insuredOn());
        }
        if (filter.endingBy() != null) {
            to.lte(filter.endingBy());
        }
    }
}
