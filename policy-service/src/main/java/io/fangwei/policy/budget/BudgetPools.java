package io.fangwei.policy.budget;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All budget pools. A command or event that has changed a pool once never does so again, however late it is repeated. */
public interface BudgetPools {

    /** Changes a pool, or opens it by its first change. */
    BudgetPool open(UUID poolId, Supplier<BudgetPool> opening, Function<BudgetPool, List<BudgetEvent>> action);

    BudgetPool get(UUID poolId);

    Optional<BudgetPool> find(UUID poolId);

    BudgetPool change(UUID poolId, Function<BudgetPool, List<BudgetEvent>> action);

    Page<BudgetPool> page(@Nullable Integer year, Pages page);
}
