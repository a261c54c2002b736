package io.fangwei.team.institutions.mongo;

import static io.fangwei.kernel.caller.Role.AD;
import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;
import static io.fangwei.kernel.caller.Role.SI;
import static io.fangwei.kernel.caller.Role.SP;
import static io.fangwei.kernel.caller.Role.SR;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.team.institutions.Institution;
import io.fangwei.team.institutions.Institutions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoInstitutions implements Institutions {

    private static final Scope SCOPE =
            Scope.nobody().all(AD, IM, IS, EA, CP, SR).own("_id", MongoInstitutions::ownInstitution, SI, SP);

    private final AggregateStore<Institution> store;

    MongoInstitutions(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("institution", "institutions", Institution.class, SCOPE));
    }

    @Override
    public Institution add(Institution institution) {
        return store.create(institution.getId(), institution, List.of(institution.registered()));
    }

    @Override
    public Institution get(UUID id) {
        return store.get(id);
    }

    @Override
    public boolean has(UUID id) {
        return store.find(id).isPresent();
    }

    @Override
    public Page<Institution> page(Pages pages) {
        return store.page(new Criteria(), pages);
    }

    private static @Nullable String ownInstitution(Caller caller) {
        return caller.institutionId() == null ? null : caller.institutionId().toString();
    }
}
