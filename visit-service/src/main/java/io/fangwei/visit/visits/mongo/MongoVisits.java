package io.fangwei.visit.visits.mongo;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.visit.visits.Visit;
import io.fangwei.visit.visits.VisitEvent;
import io.fangwei.visit.visits.Visits;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoVisits implements Visits {

    private static final Scope SCOPE = Scope.nobody()
            .own("state.subject.insurerId", Caller::insurerId, Role.IM, Role.IS, Role.IC)
            .own("state.subject.companyId", Caller::companyId, Role.ID)
            .own("state.participants.people.professionalId", Caller::professionalId, Role.SP)
            .own("state.participants.people.institutionId", Caller::institutionId, Role.SI)
            .area("state.subject.area", Role.EA, Role.CP);

    private final AggregateStore<Visit> store;

    MongoVisits(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("visit", "visits", Visit.class, SCOPE));
        stores.index("visits", "state.subject.insurerId", "_id");
        stores.index("visits", "state.subject.companyId", "_id");
        stores.index("visits", "state.subject.planId", "_id");
        stores.index("visits", "state.subject.area", "_id");
        stores.index("visits", "state.participants.people.professionalId", "_id");
        stores.index("visits", "state.participants.people.institutionId", "_id");
    }

    @Override
    public Visit create(UUID id, Supplier<Visit> begin, Function<Visit, List<VisitEvent>> events) {
        return store.create(id, begin, events);
    }

    @Override
    public Visit get(UUID id) {
        return store.get(id);
    }

    @Override
    public Visit change(UUID id, Function<Visit, List<VisitEvent>> action) {
        return store.change(id, action);
    }

    @Override
    public Page<Visit> list(Filter filter, Pages pages) {
        var criteria = new Criteria();
        if (filter.status() != null) {
            criteria = criteria.and("state.stage").is(filter.status().name());
        }
        if (filter.companyId() != null) {
            criteria = criteria.and("state.subject.companyId").is(filter.companyId());
        }
        if (filter.planId() != null) {
            criteria = criteria.and("state.subject.planId").is(filter.planId());
        }
        return store.page(criteria, pages);
    }
}
