package io.fangwei.team.professionals.mongo;

import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
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
import io.fangwei.team.professionals.Professional;
import io.fangwei.team.professionals.ProfessionalEvent;
import io.fangwei.team.professionals.Professionals;
import io.fangwei.team.professionals.Source;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoProfessionals implements Professionals {

    private static final String COLLECTION = "professionals";
    private static final String INSURER = "state.employment.insurerId";
    private static final String INSTITUTION = "state.employment.institutionId";
    private static final String SOURCE = "state.employment.source";

    /** An insurer sees its own people and those of institutions, never another insurer's. */
    private static final Scope SCOPE = Scope.nobody()
            .all(EA, CP, SV)
            .own(INSURER, Caller::insurerId, IM, IS)
            .own(SOURCE, caller -> Source.INSTITUTION.name(), IM, IS)
            .own(INSTITUTION, Caller::institutionId, SI)
            .own("_id", MongoProfessionals::self, SP);

    private final AggregateStore<Professional> store;

    MongoProfessionals(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("professional", COLLECTION, Professional.class, SCOPE));
        stores.index(COLLECTION, INSURER, "_id");
        stores.index(COLLECTION, SOURCE, "_id");
        stores.index(COLLECTION, INSTITUTION, "_id");
    }

    @Override
    public Professional add(Professional professional) {
        return store.create(professional.getId(), professional, List.of(professional.registered()));
    }

    @Override
    public Professional get(UUID id) {
        return store.get(id);
    }

    @Override
    public Optional<Professional> find(UUID id) {
        return store.find(id);
    }

    @Override
    public List<Professional> among(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var names = ids.stream().map(UUID::toString).toList();
        return store.page(where("_id").in(names), new Pages(ids.size(), null)).items();
    }

    @Override
    public Professional change(UUID id, Function<Professional, List<ProfessionalEvent>> action) {
        return store.change(id, action);
    }

    @Override
    public Page<Professional> page(@Nullable UUID institutionId, Pages pages) {
        var filter = institutionId == null ? new Criteria() : where(INSTITUTION).is(institutionId);
        return store.page(filter, pages);
    }

    private static @Nullable String self(Caller caller) {
        return caller.professionalId() == null ? null : caller.professionalId().toString();
    }
}
