package io.fangwei.policy.calendars.mongo;

import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.policy.calendars.CityRulePack;
import io.fangwei.policy.calendars.CityRulePacks;
import io.fangwei.policy.calendars.RulePackEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoCityRulePacks implements CityRulePacks {

    private final AggregateStore<CityRulePack> store;

    MongoCityRulePacks(AggregateStores stores) {
        var everybody = Scope.nobody().all(Role.values());
        store = stores.open(new AggregateKind<>("rule-pack", "rulePacks", CityRulePack.class, everybody));
    }

    @Override
    public CityRulePack open(UUID id, String packId, Function<CityRulePack, List<RulePackEvent>> action) {
        if (store.find(id).isEmpty()) {
            try {
                var fresh = CityRulePack.of(id, packId);
                return store.create(id, fresh, action.apply(fresh));
            } catch (Failure overtaken) {
                if (overtaken.rule() != KernelRule.ALREADY_EXISTS) {
                    throw overtaken;
                }
            }
        }
        return change(id, action);
    }

    @Override
    public CityRulePack change(UUID id, Function<CityRulePack, List<RulePackEvent>> action) {
        return store.change(id, action);
    }

    @Override
    public CityRulePack get(UUID id) {
        return store.get(id);
    }

    @Override
    public Optional<CityRulePack> find(UUID id) {
        return store.find(id);
    }

    @Override
    public Page<CityRulePack> page(Pages page) {
        return store.page(new Criteria(), page);
    }
}
