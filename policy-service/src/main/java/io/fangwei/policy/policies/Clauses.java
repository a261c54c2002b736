package io.fangwei.policy.policies;

import io.fangwei.policy.rules.PolicyRule;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which of the eleven clauses of GS-7 a contract has. */
record Clauses(List<ClauseFound> found) {

    /** Each clause is named once. */
    static Clauses of(List<ClauseFound> found, String policyNo) {
        var distinct = found.stream().map(ClauseFound::clause).distinct().count() == found.size();
        PolicyRule.CLAUSE_NAMED_TWICE.require(distinct, policyNo);
        return new Clauses(
                found.stream().sorted(Comparator.comparing(ClauseFound::clause)).toList());
    }

    List<ContractClause> present() {
        return found.stream().map(ClauseFound::clause).toList();
    }

    List<ContractClause> missing() {
        var present = present();
        return Stream.of(ContractClause.values())
                .filter(clause -> !present.contains(clause))
                .toList();
    }
}
