package io.fangwei.policy.budget;

import io.fangwei.policy.rules.PolicyRule;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The expenses of a pool that were drafted and wait for a second person. */
record OpenExpenses(List<OpenExpense> open) {

    /** So many may wait. */
    static final int MOST = 200;

    OpenExpenses {
        open = List.copyOf(open);
    }

    boolean has(UUID expenseId) {
        return open.stream().anyMatch(one -> one.expenseId().equals(expenseId));
    }

    OpenExpense get(UUID expenseId) {
        return open.stream()
                .filter(one -> one.expenseId().equals(expenseId))
                .findFirst()
                .orElseThrow(() -> PolicyRule.EXPENSE_NOT_OPEN.broken(expenseId));
    }

    OpenExpenses with(OpenExpense drafted) {
        PolicyRule.TOO_MANY_OPEN_EXPENSES.require(open.size() < MOST, MOST);
        return new OpenExpenses(Stream.concat(open.stream(), Stream.of(drafted)).toList());
    }

    OpenExpenses without(UUID expenseId) {
        return new OpenExpenses(
                open.stream().filter(one -> !one.expenseId().equals(expenseId)).toList());
    }

    List<UUID> keptBy(String subject) {
        return open.stream()
                .filter(one -> one.isKeptBy(subject))
                .map(OpenExpense::expenseId)
                .toList();
    }

    OpenExpenses handedOver(String leaving, String successor) {
        return new OpenExpenses(open.stream()
                .map(one -> one.isKeptBy(leaving) ? one.takenOver(successor) : one)
                .toList());
    }
}
