package io.fangwei.team.teams.mongo;

import static io.fangwei.kernel.caller.Role.IC;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;
import static io.fangwei.kernel.caller.Role.SP;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.team.teams.ServiceTeam;
import io.fangwei.team.teams.Teams;
import io.fangwei.team.vocabulary.ServiceItemType;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoTeams implements Teams {

    private static final String COLLECTION = "teams";
    private static final String INSURER = "state.insurerId";
    private static final String MEMBERS = "state.memberIds";
    private static final Scope SCOPE =
            Scope.nobody().own(INSURER, Caller::insurerId, IM, IS, IC).own(MEMBERS, Caller::professionalId, SP);

    private final AggregateStore<ServiceTeam> store;

    MongoTeams(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("team", COLLECTION, ServiceTeam.class, SCOPE));
        stores.index(COLLECTION, INSURER, "_id");
        stores.index(COLLECTION, MEMBERS, INSURER);
    }

    @Override
    public ServiceTeam add(UUID id, Supplier<ServiceTeam> form) {
        var team = store.find(id).orElseGet(form);
        return store.create(id, team, List.of(team.formed()));
    }

    @Override
    public ServiceTeam get(UUID id) {
        return store.get(id);
    }

    @Override
    public boolean isInTeamOf(UUID insurerId, UUID professionalId) {
        var with = where(MEMBERS).is(professionalId).and(INSURER).is(insurerId);
        return !store.page(with, new Pages(1, null)).items().isEmpty();
    }

    @Override
    public Page<ServiceTeam> page(@Nullable ServiceItemType item, Pages pages) {
        return store.page(
                item == null ? new Criteria() : where("state.key.item").is(item.name()), pages);
    }
}
