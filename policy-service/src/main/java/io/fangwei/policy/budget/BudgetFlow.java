package io.fangwei.policy.budget;

import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.policy.budget.PlanCost.ItemCost;
import io.fangwei.policy.insurers.Insurers;
import io.fangwei.policy.policies.AccrualShare;
import io.fangwei.policy.policies.ServiceItemType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** What flows through the pools by itself, because something happened elsewhere. */
@Service
public class BudgetFlow {

    /** How many years back a plan may have been agreed that ends now. */
    private static final int YEARS_BACK = 3;

    private final BudgetPools pools;
    private final CostSheets costs;
    private final Insurers insurers;

    public BudgetFlow(BudgetPools pools, CostSheets costs, Insurers insurers) {
        this.pools = pools;
        this.costs = costs;
        this.insurers = insurers;
    }

    /** The premium goes to the pool of the year in which it came in. */
    public BudgetPool accrue(
            UUID insurerId, int year, UUID policyId, UUID companyId, BigDecimal premium, AccrualShare share) {
        var accrual = new Accrual(CurrentCommand.derivedId("accrual"), policyId, companyId, premium, share);
        return open(insurerId, year, pool -> pool.accrue(accrual));
    }

    /** A refund takes back in the year in which it was paid. */
    public BudgetPool takeBack(
            UUID insurerId, int year, UUID policyId, UUID companyId, BigDecimal premium, BigDecimal ratio) {
        var refund = new Refund(CurrentCommand.derivedId("refund"), policyId, companyId, premium, ratio);
        return open(insurerId, year, pool -> pool.takeBack(refund));
    }

    /** An agreed plan is committed in the year of its agreement, at the costs that the insurer expects. */
    public void commit(
            UUID insurerId, UUID planId, UUID policyId, UUID companyId, LocalDate agreedOn, List<PlannedItem> items) {
        costs.find(insurerId, agreedOn.getYear())
                .map(sheet -> items.stream()
                        .flatMap(item -> sheet
                                .of(item.item())
                                .map(cost ->
                                        new ItemCost(item.item(), cost.multiply(BigDecimal.valueOf(item.services()))))
                                .stream())
                        .toList())
                .filter(priced -> !priced.isEmpty())
                .map(priced -> new PlanCost(planId, policyId, companyId, agreedOn, priced))
                .ifPresent(plan -> open(insurerId, agreedOn.getYear(), pool -> pool.commitPlan(plan)));
    }

    /** A plan that ended gives back what was not spent on it. */
    public void release(UUID insurerId, UUID planId, LocalDate on) {
        IntStream.rangeClosed(0, YEARS_BACK)
                .mapToObj(back -> BudgetDesk.poolOf(insurerId, on.getYear() - back))
                .flatMap(id -> pools.find(id).stream())
                .filter(pool -> pool.hasCommitmentsFor(planId))
                .forEach(pool ->
                        pools.change(pool.getPoolId(), current -> current.releasePlan(planId, "PLAN_TERMINATED", on)));
    }

    /** Money that was carried over arrives in the next year's pool. */
    public void carryIn(UUID insurerId, int fromYear, int toYear, BigDecimal amount, LocalDate decidedOn) {
        if (amount.signum() > 0) {
            open(insurerId, toYear, pool -> pool.carryIn(fromYear, amount, decidedOn));
        }
    }

    private BudgetPool open(UUID insurerId, int year, Function<BudgetPool, List<BudgetEvent>> action) {
        var id = BudgetDesk.poolOf(insurerId, year);
        return pools.open(
                id,
                () -> BudgetPool.empty(
                        id, insurerId, year, insurers.get(insurerId).getAreas()),
                action);
    }

    /** How many services of an item a plan names. */
    public record PlannedItem(ServiceItemType item, int services) {}
}
