package io.fangwei.policy.budget.mongo;

import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.budget.CostSheets;
import io.fangwei.policy.budget.ServiceCostEvent;
import io.fangwei.policy.budget.ServiceCosts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Repository;

@Repository
class MongoCostSheets implements CostSheets {

    private static final Scope SCOPE = Scope.nobody().own("state.insurerId", Caller::insurerId, IM, IS);

    private final AggregateStore<ServiceCosts> store;

    MongoCostSheets(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("service-costs", "serviceCosts", ServiceCosts.class, SCOPE));
    }

    @Override
    public ServiceCosts set(UUID insurerId, int year, Function<ServiceCosts, List<ServiceCostEvent>> action) {
        var id = id(insurerId, year);
        if (store.find(id).isEmpty()) {
            try {
                var costs = ServiceCosts.of(insurerId, year);
                return store.create(id, costs, action.apply(costs));
            } catch (Failure overtaken) {
                if (overtaken.rule() != KernelRule.ALREADY_EXISTS) {
                    throw overtaken;
                }
            }
        }
        return store.change(id, action);
    }

    @Override
    public Optional<ServiceCosts> find(UUID insurerId, int year) {
        return store.find(id(insurerId, year));
    }

    private static UUID id(UUID insurerId, int year) {
        return Ids.of("service-costs", insurerId, year);
    }
}
