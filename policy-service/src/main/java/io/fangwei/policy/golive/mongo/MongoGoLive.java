package io.fangwei.policy.golive.mongo;

import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.policy.golive.BroughtIn;
import io.fangwei.policy.golive.GoLive;
import io.fangwei.policy.golive.GoLiveEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class MongoGoLive implements GoLive {

    private static final Scope SCOPE = Scope.nobody().own("state.insurerId", Caller::insurerId, IM, IS);

    private final AggregateStore<BroughtIn> store;

    MongoGoLive(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("brought-in", "broughtIn", BroughtIn.class, SCOPE));
        stores.index("broughtIn", "state.insurerId", "_id");
    }

    @Override
    public BroughtIn add(BroughtIn marker, List<GoLiveEvent> events) {
        return store.create(marker.getRecordId(), marker, events);
    }

    @Override
    public Map<UUID, BroughtIn> findAll(Collection<UUID> recordIds) {
        return store.findAll(recordIds);
    }
}
