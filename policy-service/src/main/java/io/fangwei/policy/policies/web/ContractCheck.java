package io.fangwei.policy.policies.web;

import io.fangwei.policy.policies.ClauseFound;
import io.fangwei.policy.policies.ContractClause;
import io.fangwei.policy.policies.Policy;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The eleven clauses of GS-7, one by one: present or missing. */
record ContractCheck(UUID policyId, boolean complete, int present, List<Line> clauses) {

    /** @param place where the contract has it */
    record Line(
            ContractClause clause,
            String name,
            boolean present,
            @Nullable String place) {}

    static ContractCheck of(Policy policy) {
        var lines = Stream.of(ContractClause.values())
                .map(clause -> line(clause, policy))
                .toList();
        var present = (int) lines.stream().filter(Line::present).count();
        return new ContractCheck(policy.getPolicyId(), present == lines.size(), present, lines);
    }

    private static Line line(ContractClause clause, Policy policy) {
        var place = policy.getClauses().stream()
                .filter(found -> found.clause() == clause)
                .map(ClauseFound::place)
                .findFirst();
        return new Line(clause, clause.chinese(), place.isPresent(), place.orElse(null));
    }
}
