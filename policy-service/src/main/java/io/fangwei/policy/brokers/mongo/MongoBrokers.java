package io.fangwei.policy.brokers.mongo;

import static io.fangwei.kernel.caller.Role.AD;
import static io.fangwei.kernel.caller.Role.BR;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.policy.brokers.Broker;
import io.fangwei.policy.brokers.BrokerEvent;
import io.fangwei.policy.brokers.Brokers;
import java.util.List;
import java.util.UUID;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoBrokers implements Brokers {

    private static final Scope SCOPE = Scope.nobody().all(AD, IM, IS).own("state.brokerId", Caller::brokerId, BR);

    private final AggregateStore<Broker> store;

    MongoBrokers(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("broker", "brokers", Broker.class, SCOPE));
        stores.index("brokers", "state.brokerId", "_id");
    }

    @Override
    public Broker add(Broker broker, List<BrokerEvent> events) {
        return store.create(broker.getBrokerId(), broker, events);
    }

    @Override
    public Broker get(UUID brokerId) {
        return store.get(brokerId);
    }

    @Override
    public Page<Broker> page(Pages page) {
        return store.page(new Criteria(), page);
    }
}
