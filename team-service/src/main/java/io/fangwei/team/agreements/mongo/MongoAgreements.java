package io.fangwei.team.agreements.mongo;

import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;
import static io.fangwei.kernel.caller.Role.SI;
import static io.fangwei.kernel.caller.Role.SP;
import static io.fangwei.kernel.caller.Role.SV;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.team.agreements.Agreements;
import io.fangwei.team.agreements.ServiceAgreement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoAgreements implements Agreements {

    private static final String COLLECTION = "agreements";
    private static final String INSURER = "state.insurerId";
    private static final String PARTY = "state.partyId";
    private static final Scope SCOPE = Scope.nobody()
            .all(SV)
            .own(INSURER, Caller::insurerId, IM, IS)
            .own(PARTY, Caller::institutionId, SI)
            .own(PARTY, Caller::professionalId, SP);

    private final AggregateStore<ServiceAgreement> store;

    MongoAgreements(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("agreement", COLLECTION, ServiceAgreement.class, SCOPE));
        stores.index(COLLECTION, INSURER, "_id");
        stores.index(COLLECTION, INSURER, PARTY, "_id");
        stores.index(COLLECTION, PARTY, "_id");
    }

    @Override
    public ServiceAgreement add(ServiceAgreement agreement) {
        return store.create(agreement.getId(), agreement, List.of(agreement.signed()));
    }

    @Override
    public ServiceAgreement get(UUID id) {
        return store.get(id);
    }

    @Override
    public boolean isInForce(UUID insurerId, UUID partyId, LocalDate day) {
        var inForce = where(INSURER)
                .is(insurerId)
                .and(PARTY)
                .is(partyId)
                .and("state.term.from")
                .lte(day)
                .and("state.term.to")
                .gte(day);
        return !store.page(inForce, new Pages(1, null)).items().isEmpty();
    }

    @Override
    public Page<ServiceAgreement> page(@Nullable UUID partyId, Pages pages) {
        return store.page(partyId == null ? new Criteria() : where(PARTY).is(partyId), pages);
    }
}
