package io.fangwei.visit.hazards.mongo;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.visit.hazards.Hazard;
import io.fangwei.visit.hazards.HazardEvent;
import io.fangwei.visit.hazards.Hazards;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoHazards implements Hazards {

    private static final Scope SCOPE = Scope.nobody()
            .own("state.subject.insurerId", Caller::insurerId, Role.IM, Role.IS, Role.IC)
            .own("state.subject.companyId", Caller::companyId, Role.ID)
            .own("state.groupMemberIds", Caller::professionalId, Role.SP)
            .own("state.institutionIds", Caller::institutionId, Role.SI)
            .area("state.subject.area", Role.EA, Role.CP);

    private final AggregateStore<Hazard> store;

    MongoHazards(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("hazard", "hazards", Hazard.class, SCOPE));
        stores.index("hazards", "state.subject.insurerId", "_id");
        stores.index("hazards", "state.subject.companyId", "_id");
        stores.index("hazards", "state.subject.visitId", "_id");
        stores.index("hazards", "state.subject.area", "_id");
        stores.index("hazards", "state.groupMemberIds", "_id");
        stores.index("hazards", "state.institutionIds", "_id");
    }

    @Override
    public Hazard create(UUID id, Supplier<Hazard> begin, Function<Hazard, List<HazardEvent>> events) {
        return store.create(id, begin, events);
    }

    @Override
    public Hazard get(UUID id) {
        return store.get(id);
    }

    @Override
    public Hazard change(UUID id, Function<Hazard, List<HazardEvent>> action) {
        return store.change(id, action);
    }

    @Override
    public Page<Hazard> ofCompany(UUID companyId, Pages pages) {
        return store.page(Criteria.where("state.subject.companyId").is(companyId), pages);
    }

    @Override
    public Page<Hazard> list(Filter filter, Pages pages) {
        var criteria = new Criteria();
        if (filter.visitId() != null) {
            criteria = criteria.and("state.subject.visitId").is(filter.visitId());
        }
        if (filter.status() != null) {
            criteria = criteria.and("state.status").is(filter.status().name());
        }
        if (filter.level() != null) {
            criteria = criteria.and("state.subject.level").is(filter.level().name());
        }
        return store.page(criteria, pages);
    }
}
