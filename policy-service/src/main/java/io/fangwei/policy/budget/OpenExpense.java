package io.fangwei.policy.budget;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An expense that waits for a second person to post it.
 *
 * @param draftedBy subject of whoever drafted it
 * @param takenOverBy subject of whoever answers for it since the drafter left
 */
public record OpenExpense(
        UUID expenseId, String draftedBy, @Nullable String takenOverBy, Expense expense) {

    static OpenExpense drafted(UUID expenseId, String draftedBy, Expense expense) {
        return new OpenExpense(expenseId, draftedBy, null, expense);
    }

    boolean isKeptBy(String subject) {
        return subject.equals(takenOverBy == null ? draftedBy : takenOverBy);
    }

    OpenExpense takenOver(String subject) {
        return new OpenExpense(expenseId, draftedBy, subject, expense);
    }

    /** Neither whoever drafted it nor whoever answers for it now is a second person. */
    boolean concerns(String subject) {
        return subject.equals(draftedBy) || subject.equals(takenOverBy);
    }
}
