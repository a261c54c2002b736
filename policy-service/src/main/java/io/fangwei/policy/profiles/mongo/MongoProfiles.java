package io.fangwei.policy.profiles.mongo;

import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.policy.profiles.CompanyDescription;
import io.fangwei.policy.profiles.ProfileEvent;
import io.fangwei.policy.profiles.Profiles;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoProfiles implements Profiles {

    private static final Scope SCOPE = Scope.nobody()
            .own("state.insurerId", Caller::insurerId, IM, IS)
            .own("state.companyId", Caller::companyId, ID);

    private final AggregateStore<CompanyDescription> store;

    MongoProfiles(AggregateStores stores) {
        store = stores.open(new AggregateKind<>("company-profile", "companyProfiles", CompanyDescription.class, SCOPE));
        stores.index("companyProfiles", "state.insurerId", "_id");
        stores.index("companyProfiles", "state.companyId", "_id");
    }

    @Override
    public CompanyDescription add(CompanyDescription profile, List<ProfileEvent> events) {
        return store.create(profile.getProfileId(), profile, events);
    }

    @Override
    public CompanyDescription get(UUID profileId) {
        return store.get(profileId);
    }

    @Override
    public CompanyDescription change(UUID profileId, Function<CompanyDescription, List<ProfileEvent>> action) {
        return store.change(profileId, action);
    }

    @Override
    public Page<CompanyDescription> page(@Nullable UUID companyId, Pages page) {
        return store.page(
                companyId == null
                        ? new Criteria()
                        : Criteria.where("state.companyId").is(companyId),
                page);
    }
}
