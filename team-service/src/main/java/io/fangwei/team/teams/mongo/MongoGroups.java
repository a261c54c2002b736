package io.fangwei.team.teams.mongo;

import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.IC;
import static io.fangwei.kernel.caller.Role.ID;
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
import io.fangwei.team.teams.GroupEvent;
import io.fangwei.team.teams.Groups;
import io.fangwei.team.teams.ServiceGroup;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoGroups implements Groups {

    private static final String COLLECTION = "groups";
    private static final String INSURER = "state.insurerId";
    private static final String COMPANY = "state.companyId";
    private static final String MEMBERS = "state.memberIds";
    private static final String AREA = "state.area";
    private static final Scope SCOPE = Scope.nobody()
            .own(INSURER, Caller::insurerId, IM, IS, IC)
            .own(COMPANY, Caller::companyId, ID)
            .own(MEMBERS, Caller::professionalId, SP)
            .area(AREA, EA, CP);

    private final AggregateStore<ServiceGroup> store;

    MongoGroups(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("group", COLLECTION, ServiceGroup.class, SCOPE));
        stores.index(COLLECTION, INSURER, "_id");
        stores.index(COLLECTION, COMPANY, "_id");
        stores.index(COLLECTION, MEMBERS, "_id");
        stores.index(COLLECTION, AREA, "_id");
    }

    @Override
    public ServiceGroup add(UUID id, Supplier<ServiceGroup> form) {
        var group = store.find(id).orElseGet(form);
        return store.create(id, group, List.of(group.formed()));
    }

    @Override
    public ServiceGroup get(UUID id) {
        return store.get(id);
    }

    @Override
    public Optional<ServiceGroup> find(UUID id) {
        return store.find(id);
    }

    @Override
    public ServiceGroup change(UUID id, Function<ServiceGroup, List<GroupEvent>> action) {
        return store.change(id, action);
    }

    @Override
    public Page<ServiceGroup> page(@Nullable UUID companyId, Pages pages) {
        return store.page(companyId == null ? new Criteria() : where(COMPANY).is(companyId), pages);
    }
}
