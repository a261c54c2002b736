package io.fangwei.policy.budget;

import io.fangwei.policy.policies.ServiceItemType;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money set aside for services that were agreed.
 *
 * @param amount what is still set aside
 */
public record Commitment(
        UUID commitmentId,
        @Nullable UUID planId,
        @Nullable UUID policyId,
        @Nullable UUID companyId,
        @Nullable ServiceItemType item,
        BigDecimal amount) {

    public Commitment {
        amount = amount.setScale(2);
    }

    Commitment less(BigDecimal drawn) {
        return new Commitment(commitmentId, planId, policyId, companyId, item, amount.subtract(drawn));
    }

    /** True if the expense is for what this money was set aside for. */
    boolean serves(Expense expense) {
        return planId != null
                && planId.equals(expense.planId())
                && (item == null || expense.item() == null || item == expense.item());
    }
}
