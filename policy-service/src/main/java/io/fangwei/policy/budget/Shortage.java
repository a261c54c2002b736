package io.fangwei.policy.budget;

import io.fangwei.policy.budget.BudgetEvent.AccrualInsufficient;
import io.fangwei.policy.budget.BudgetEvent.Insufficiency;
import io.fangwei.policy.budget.BudgetEvent.OverdrawBlocked;
import java.math.BigDecimal;
import java.util.UUID;

/** Where a pool has less than it should: it moves no money, but others are told how much is missing. */
record Shortage(UUID poolId, UUID insurerId, int year) {

    AccrualInsufficient of(Accrual accrual) {
        var nothing = accrual.amount().signum() == 0;
        return new AccrualInsufficient(
                poolId,
                insurerId,
                year,
                nothing ? Insufficiency.NOTHING_SET_ASIDE : Insufficiency.BELOW_FLOOR,
                accrual.policyId(),
                accrual.companyId(),
                accrual.premium(),
                accrual.required(),
                accrual.amount(),
                accrual.required().subtract(accrual.amount()));
    }

    /** @param taken all that could be taken back for the refund */
    AccrualInsufficient of(Refund refund, BigDecimal taken) {
        return new AccrualInsufficient(
                poolId,
                insurerId,
                year,
                Insufficiency.REFUND_OF_MONEY_USED,
                refund.policyId(),
                refund.companyId(),
                refund.premium(),
                refund.amount(),
                taken,
                refund.amount().subtract(taken));
    }

    /** @param covered all that could be committed for the item */
    OverdrawBlocked of(PlanCost plan, PlanCost.ItemCost item, BigDecimal covered) {
        return new OverdrawBlocked(
                poolId,
                insurerId,
                year,
                plan.planId(),
                plan.policyId(),
                plan.companyId(),
                item.item(),
                item.cost(),
                item.cost().subtract(covered),
                plan.agreedOn());
    }
}
