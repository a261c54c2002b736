package io.fangwei.policy.budget;

import java.util.UUID;

/**
 * An expense that waits for a second person to post it.
 *
 * @param draftedBy subject of whoever drafted it
 */
public record OpenExpense(UUID expenseId, String draftedBy, Expense expense) {}
