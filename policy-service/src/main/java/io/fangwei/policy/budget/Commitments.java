package io.fangwei.policy.budget;

import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The money of a pool that is set aside, in the order in which it was; what is used up is gone. */
record Commitments(List<Commitment> open) {

    /** So many may be open. */
    static final int MOST = 3_000;

    Commitments {
        open = List.copyOf(open);
    }

    boolean isFull() {
        return open.size() >= MOST;
    }

    boolean has(UUID commitmentId) {
        return open.stream().anyMatch(one -> one.commitmentId().equals(commitmentId));
    }

    Commitment get(UUID commitmentId) {
        return open.stream()
                .filter(one -> one.commitmentId().equals(commitmentId))
                .findFirst()
                .orElseThrow(() -> PolicyRule.COMMITMENT_NOT_OPEN.broken(commitmentId));
    }

    List<Commitment> ofPlan(UUID planId) {
        return open.stream().filter(one -> planId.equals(one.planId())).toList();
    }

    /** What is set aside for such an expense. */
    BigDecimal reservedFor(Expense expense) {
        return open.stream()
                .filter(one -> one.serves(expense))
                .map(Commitment::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Commitments with(Commitment more) {
        return new Commitments(Stream.concat(open.stream(), Stream.of(more)).toList());
    }

    Commitments less(Commitment one, BigDecimal amount) {
        return new Commitments(open.stream()
                .map(each -> each.equals(one) ? each.less(amount) : each)
                .filter(each -> each.amount().signum() > 0)
                .toList());
    }

    /** Uses up what is set aside for the expense, the oldest first. */
    Commitments drawnFor(Expense expense, BigDecimal amount) {
        var left = this;
        var rest = amount;
        for (var one : open) {
            if (one.serves(expense) && rest.signum() > 0) {
                var part = rest.min(one.amount());
                left = left.less(one, part);
                rest = rest.subtract(part);
            }
        }
        return left;
    }
}
