package io.fangwei.policy.entitlements.mongo;

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
import io.fangwei.kernel.problems.KernelRule;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.policy.clients.ClientWindow;
import io.fangwei.policy.clients.Clients;
import io.fangwei.policy.entitlements.Entitlement;
import io.fangwei.policy.entitlements.EntitlementEvent;
import io.fangwei.policy.entitlements.EntitlementStatus;
import io.fangwei.policy.entitlements.Entitlements;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoEntitlements implements Entitlements {

    private static final Scope SCOPE = Scope.nobody()
            .own("state.insurerId", Caller::insurerId, IM, IS, IC)
            .own("state.companyId", Caller::companyId, ID)
            .area("state.area", EA, CP);

    private final AggregateStore<Entitlement> store;

    MongoEntitlements(AggregateStores stores, Clients clients) {
        var scope = SCOPE.through(ClientWindow.onPolicies(clients), BR);
        store = stores.open(new AggregateKind<>("entitlement", "entitlements", Entitlement.class, scope));
        stores.index("entitlements", "state.insurerId", "_id");
        stores.index("entitlements", "state.insurerId", "state.status", "_id");
        stores.index("entitlements", "state.companyId", "_id");
        stores.index("entitlements", "state.insurerId", "state.companyId", "_id");
    }

    @Override
    public void open(
            UUID policyId, Supplier<Entitlement> beginning, Function<Entitlement, List<EntitlementEvent>> action) {
        if (store.find(policyId).isEmpty()) {
            try {
                var entitlement = beginning.get();
                store.create(policyId, entitlement, action.apply(entitlement));
                return;
            } catch (Failure overtaken) {
                if (overtaken.rule() != KernelRule.ALREADY_EXISTS) {
                    throw overtaken;
                }
            }
        }
        store.change(policyId, action);
    }

    @Override
    public Entitlement get(UUID policyId) {
        return store.get(policyId);
    }

    @Override
    public Optional<Entitlement> find(UUID policyId) {
        return store.find(policyId);
    }

    @Override
    public Entitlement change(UUID policyId, Function<Entitlement, List<EntitlementEvent>> action) {
        return store.change(policyId, action);
    }

    @Override
    public Page<Entitlement> page(@Nullable EntitlementStatus status, Pages page) {
        return store.page(
                status == null ? new Criteria() : Criteria.where("state.status").is(status.name()), page);
    }
}
