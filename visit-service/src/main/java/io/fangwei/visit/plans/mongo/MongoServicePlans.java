package io.fangwei.visit.plans.mongo;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.kernel.store.Ids;
import io.fangwei.visit.plans.PlanEvent;
import io.fangwei.visit.plans.ServicePlan;
import io.fangwei.visit.plans.ServicePlans;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoServicePlans implements ServicePlans {

    private static final Scope SCOPE = Scope.nobody()
            .own("state.subject.insurerId", Caller::insurerId, Role.IM, Role.IS, Role.IC)
            .own("state.subject.companyId", Caller::companyId, Role.ID)
            .own("state.groupMemberIds", Caller::professionalId, Role.SP)
            .area("state.subject.area", Role.EA, Role.CP);

    private final AggregateStore<ServicePlan> store;

    MongoServicePlans(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("plan", "plans", ServicePlan.class, SCOPE));
        stores.index("plans", "state.subject.insurerId", "_id");
        stores.index("plans", "state.subject.companyId", "_id");
        stores.index("plans", "state.groupMemberIds", "_id");
        stores.index("plans", "state.subject.area", "_id");
    }

    @Override
    public UUID idOf(UUID policyId) {
        return Ids.of("plan", policyId);
    }

    @Override
    public ServicePlan create(UUID id, Supplier<ServicePlan> begin, Function<ServicePlan, List<PlanEvent>> events) {
        return store.create(id, begin, events);
    }

    @Override
    public ServicePlan get(UUID id) {
        return store.get(id);
    }

    @Override
    public Optional<ServicePlan> find(UUID id) {
        return store.find(id);
    }

    @Override
    public ServicePlan change(UUID id, Function<ServicePlan, List<PlanEvent>> action) {
        return store.change(id, action);
    }

    @Override
    public Page<ServicePlan> list(Pages pages) {
        return store.page(new Criteria(), pages);
    }
}
