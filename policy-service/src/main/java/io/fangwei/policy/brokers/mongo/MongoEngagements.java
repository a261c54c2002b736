package io.fangwei.policy.brokers.mongo;

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
import io.fangwei.policy.brokers.BrokerEvent;
import io.fangwei.policy.brokers.Engagement;
import io.fangwei.policy.brokers.Engagements;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoEngagements implements Engagements {

    private static final Scope SCOPE = Scope.nobody()
            .own("state.insurerId", Caller::insurerId, IM, IS)
            .own("state.brokerId", Caller::brokerId, BR);

    private final AggregateStore<Engagement> store;

    MongoEngagements(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("broker-engagement", "brokerEngagements", Engagement.class, SCOPE));
        stores.index("brokerEngagements", "state.insurerId", "_id");
        stores.index("brokerEngagements", "state.brokerId", "_id");
    }

    @Override
    public Engagement add(Engagement engagement, List<BrokerEvent> events) {
        return store.create(engagement.getEngagementId(), engagement, events);
    }

    @Override
    public Engagement get(UUID engagementId) {
        return store.get(engagementId);
    }

    @Override
    public Engagement change(UUID engagementId, Function<Engagement, List<BrokerEvent>> action) {
        return store.change(engagementId, action);
    }

    @Override
    public Page<Engagement> page(Pages page) {
        return store.page(new Criteria(), page);
    }
}
