package io.fangwei.policy.budget.mongo;

import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.FR;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.journal.Journal;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.policy.budget.BudgetEvent;
import io.fangwei.policy.budget.BudgetPool;
import io.fangwei.policy.budget.BudgetPools;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoBudgetPools implements BudgetPools {

    private static final Scope SCOPE =
            Scope.nobody().own("state.insurerId", Caller::insurerId, IM, IS).area("state.areas", EA, CP, FR);

    private final AggregateStore<BudgetPool> store;
    private final Journal journal;

    MongoBudgetPools(AggregateStores stores, Journal journal) {
        this.journal = journal;
        store = stores.open(new AggregateKind<>("budget-pool", "budgetPools", BudgetPool.class, SCOPE));
        stores.index("budgetPools", "state.insurerId", "_id");
        stores.index("budgetPools", "state.insurerId", "state.year", "_id");
    }

    @Override
    public BudgetPool open(UUID poolId, Supplier<BudgetPool> opening, Function<BudgetPool, List<BudgetEvent>> action) {
        if (store.find(poolId).isEmpty()) {
            try {
                var pool = opening.get();
                return store.create(poolId, pool, action.apply(pool));
            } catch (Failure overtaken) {
                if (overtaken.rule() != KernelRule.ALREADY_EXISTS) {
                    throw overtaken;
                }
            }
        }
        return change(poolId, action);
    }

    @Override
    public BudgetPool get(UUID poolId) {
        return store.get(poolId);
    }

    @Override
    public Optional<BudgetPool> find(UUID poolId) {
        return store.find(poolId);
    }

    @Override
    public BudgetPool change(UUID poolId, Function<BudgetPool, List<BudgetEvent>> action) {
        return store.changeOnce(poolId, cause -> journal.hasCause(poolId, cause), action);
    }

    @Override
    public Page<BudgetPool> page(@Nullable Integer year, Pages page) {
        return store.page(
                year == null ? new Criteria() : Criteria.where("state.year").is(year), page);
    }
}
