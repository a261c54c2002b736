package io.fangwei.policy.budget.web;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.policy.budget.BudgetPool;
import io.fangwei.policy.budget.OpenExpense;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

@Mapper(componentModel = "spring", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface PoolViews {

    default PoolView of(BudgetPool pool, Caller reader) {
        return pool.getInsurerId().equals(reader.insurerId()) ? whole(pool) : postedPart(pool);
    }

    @Mapping(target = "id", source = "poolId")
    @Mapping(target = ".", source = "balances")
    @Mapping(target = "status", expression = "java(pool.status())")
    PoolView whole(BudgetPool pool);

    @Mapping(target = "id", source = "poolId")
    @Mapping(target = ".", source = "balances")
    @Mapping(target = "status", expression = "java(pool.status())")
    @Mapping(target = "commitments", ignore = true)
    @Mapping(target = "openExpenses", ignore = true)
    PoolView postedPart(BudgetPool pool);

    @Mapping(target = "id", source = "expenseId")
    @Mapping(target = ".", source = "expense")
    PoolView.OpenExpenseView of(OpenExpense open);
}
