package io.fangwei.policy.budget.mongo;

import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.policy.budget.Payee;
import io.fangwei.policy.budget.PayeeEvent;
import io.fangwei.policy.budget.Payees;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoPayees implements Payees {

    private static final Scope SCOPE = Scope.nobody().own("state.insurerId", Caller::insurerId, IM, IS);

    private final AggregateStore<Payee> store;

    MongoPayees(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("payee", "payees", Payee.class, SCOPE));
        stores.index("payees", "state.insurerId", "_id");
        stores.index("payees", "state.insurerId", "state.name", "_id");
    }

    @Override
    public Payee add(Payee payee, List<PayeeEvent> events) {
        return store.create(payee.getPayeeId(), payee, events);
    }

    @Override
    public Payee get(UUID payeeId) {
        return store.get(payeeId);
    }

    @Override
    public Optional<Payee> find(UUID payeeId) {
        return store.find(payeeId);
    }

    @Override
    public Map<UUID, Payee> findAll(Collection<UUID> payeeIds) {
        return store.findAll(payeeIds);
    }

    @Override
    public Optional<Payee> named(UUID insurerId, String name) {
        return store
                .page(
                        Criteria.where("state.insurerId")
                                .is(insurerId)
                                .and("state.name")
                                .is(name),
                        Pages.of(1, null))
                .items()
                .stream()
                .findFirst();
    }

    @Override
    public Page<Payee> page(@Nullable String words, Pages page) {
        return store.page(new Criteria(), words, page);
    }
}
