package io.fangwei.policy.companies.mongo;

import static io.fangwei.kernel.caller.Role.BR;
import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.IC;
import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Command;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.policy.clients.ClientWindow;
import io.fangwei.policy.clients.Clients;
import io.fangwei.policy.companies.Companies;
import io.fangwei.policy.companies.CompanyEvent;
import io.fangwei.policy.companies.CompanyFilter;
import io.fangwei.policy.companies.InsuredCompany;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoCompanies implements Companies {

    private static final Scope SCOPE = Scope.nobody()
            .own("state.insurerIds", Caller::insurerId, IM, IS, IC)
            .own("state.companyId", Caller::companyId, ID)
            .area("state.area", EA, CP);

    private final AggregateStore<InsuredCompany> store;

    MongoCompanies(AggregateStores stores, Clients clients) {
        var scope = SCOPE.through(ClientWindow.onCompanies(clients), BR);
        store = stores.open(new AggregateKind<>("company", "companies", InsuredCompany.class, scope));
        stores.index("companies", "state.insurerIds", "_id");
        stores.index("companies", "state.companyId", "_id");
        stores.index("companies", "state.area", "_id");
    }

    @Override
    public InsuredCompany register(InsuredCompany company, UUID insurerId) {
        try {
            return store.create(company.getCompanyId(), company, company.registerFor(insurerId));
        } catch (Failure refused) {
            if (refused.rule() != KernelRule.ALREADY_EXISTS) {
                throw refused;
            }
            return join(company.getCompanyId(), insurerId, refused);
        }
    }

    @Override
    public InsuredCompany get(UUID companyId) {
        return store.get(companyId);
    }

    @Override
    public InsuredCompany change(UUID companyId, Function<InsuredCompany, List<CompanyEvent>> action) {
        return store.change(companyId, action);
    }

    @Override
    public Map<UUID, InsuredCompany> findAll(Collection<UUID> ids) {
        return store.findAll(ids);
    }

    @Override
    public Page<InsuredCompany> page(CompanyFilter filter, Pages page) {
        var wanted = new Criteria();
        if (filter.scale() != null) {
            wanted.and("state.profile.scale").is(filter.scale().name());
        }
        if (filter.highRisk() != null) {
            wanted.and("state.profile.highRisk").is(filter.highRisk());
        }
        if (filter.area() != null) {
            wanted.and("state.area").is(filter.area());
        }
        return store.page(wanted, filter.words(), page);
    }

    /**
     * The one change from outside the scope: by it an insurer comes to see the company. The journal names who joined
     * after {@code system:joining:}.
     */
    private InsuredCompany join(UUID companyId, UUID insurerId, Failure alreadyIn) {
        var asked = CurrentCommand.get();
        var caller = Caller.system("joining:" + asked.caller().subject());
        var joining = new Command(caller, asked.role(), asked.mark(), asked.body(), OptionalLong.empty());
        var company = CurrentCommand.as(
                joining,
                () -> store.change(companyId, known -> {
                    if (known.isInsuredBy(insurerId)) {
                        throw alreadyIn;
                    }
                    return known.registerFor(insurerId);
                }));
        if (joining.isReplayed()) {
            asked.replay();
        }
        return company;
    }
}
