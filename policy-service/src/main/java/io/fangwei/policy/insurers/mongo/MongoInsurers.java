package io.fangwei.policy.insurers.mongo;

import static io.fangwei.kernel.caller.Role.AD;
import static io.fangwei.kernel.caller.Role.AS;
import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.IC;
import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;
import static io.fangwei.kernel.caller.Role.SI;
import static io.fangwei.kernel.caller.Role.SP;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.policy.insurers.Insurer;
import io.fangwei.policy.insurers.InsurerEvent;
import io.fangwei.policy.insurers.Insurers;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class MongoInsurers implements Insurers {

    private static final Scope SCOPE = Scope.nobody()
            .all(AD, ID, SI, SP, AS)
            .own("state.insurerId", Caller::insurerId, IM, IS, IC)
            .area("state.areas", EA, CP);

    private final AggregateStore<Insurer> store;
    private final MongoOperations mongo;

    MongoInsurers(AggregateStores stores, MongoOperations mongo) {
        this.mongo = mongo;
        store = stores.open(new AggregateKind<>("insurer", "insurers", Insurer.class, SCOPE));
        stores.index("insurers", "state.insurerId", "_id");
    }

    @Override
    public Insurer add(Insurer insurer, List<InsurerEvent> events) {
        return store.create(insurer.getInsurerId(), insurer, events);
    }

    @Override
    public Insurer get(UUID insurerId) {
        return store.get(insurerId);
    }

    @Override
    public Insurer change(UUID insurerId, Function<Insurer, List<InsurerEvent>> action) {
        return store.change(insurerId, action);
    }

    @Override
    public boolean isRegistered(UUID insurerId) {
        return mongo.exists(new Query(Criteria.where("_id").is(insurerId.toString())), "insurers");
    }

    @Override
    public Page<Insurer> page(@Nullable String words, Pages page) {
        return store.page(new Criteria(), words, page);
    }
}
