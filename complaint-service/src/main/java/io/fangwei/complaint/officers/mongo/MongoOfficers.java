package io.fangwei.complaint.officers.mongo;

import io.fangwei.complaint.officers.Officer;
import io.fangwei.complaint.officers.OfficerEvent;
import io.fangwei.complaint.officers.Officers;
import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoOfficers implements Officers {

    private static final String COLLECTION = "officers";
    private static final Scope SCOPE = Scope.nobody().own("state.insurerId", Caller::insurerId, Role.IM, Role.IC);

    private final AggregateStore<Officer> store;

    MongoOfficers(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("officer", COLLECTION, Officer.class, SCOPE));
        stores.index(COLLECTION, "state.insurerId", "_id");
    }

    @Override
    public Officer add(Officer officer, List<OfficerEvent> events) {
        return store.create(officer.getOfficerId(), officer, events);
    }

    @Override
    public Optional<Officer> find(UUID officerId) {
        return store.find(officerId);
    }

    @Override
    public Officer get(UUID officerId) {
        return store.get(officerId);
    }

    @Override
    public Officer change(UUID officerId, Function<Officer, List<OfficerEvent>> action) {
        return store.change(officerId, action);
    }

    @Override
    public Page<Officer> page(Pages pages) {
        return store.page(new Criteria(), pages);
    }
}
