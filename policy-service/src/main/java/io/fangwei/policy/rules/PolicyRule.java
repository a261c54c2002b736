package io.fangwei.policy.rules;

import io.fangwei.kernel.problems.Rule;

/** The rules of this service, by the names that its refusals carry. */
public enum PolicyRule implements Rule {
    ACCRUAL_RATE_OVER_CAP,
    ACCRUAL_RATE_MISSING,
    USCC_CHECK_FAILED,
    PERIOD_REVERSED,
    WRONG_POLICY_STATUS,
    DISCLOSURE_MISSING,
    SERVICE_TERMS_MISSING,
    POLICY_NOT_ACTIVE,
    PREMIUM_EXCEEDED,
    RECEIVED_IN_FUTURE,
    SPENT_IN_FUTURE,
    TOO_MANY_OPEN_EXPENSES,
    EXPENSE_NOT_OPEN,
    FOUR_EYES,
    LEDGER_ENTRY_IRREGULAR,
    BUDGET_OVERDRAWN,
    ENTRY_NOT_IN_LEDGER,
    ENTRY_ALREADY_REVERSED,
    COUNTER_ENTRY_IS_FINAL
}
