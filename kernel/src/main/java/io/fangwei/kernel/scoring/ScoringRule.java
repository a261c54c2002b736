package io.fangwei.kernel.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to lose or to gain points on an indicator.
 *
 * @param points what one case, or the whole, is worth; none where a person or a table says it
 * @param table rows of first rank, last rank, points
 */
public record ScoringRule(
        String id,
        RuleType type,
        @Nullable BigDecimal points,
        @Nullable String unit,
        String trigger,
        Input input,
        @Nullable BigDecimal cap,
        @Nullable List<List<Integer>> table) {

    /** Who finds the cases (requirements section 5). */
    public enum Input {
        /** the system counts */
        AUTO,
        /** the system proposes cases, a person confirms each */
        ASSISTED,
        /** a person enters them with evidence */
        ASSESSOR,
        /** the respondent enters them */
        SURVEY
    }

    public ScoringRule {
        if (type.isPriced() && points == null) {
            throw new IllegalArgumentException(id + " is " + type + " and needs points");
        }
        table = table == null ? List.of() : table.stream().map(List::copyOf).toList();
    }

    BigDecimal price() {
        return points == null ? BigDecimal.ZERO : points;
    }

    BigDecimal capped(BigDecimal gained) {
        return cap == null ? gained : gained.min(cap);
    }

    BigDecimal pointsOfRank(int rank) {
        return rows().stream()
                .filter(row -> row.get(0) <= rank && rank <= row.get(1))
                .map(row -> BigDecimal.valueOf(row.get(2)))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private List<List<Integer>> rows() {
        return table == null ? List.of() : table;
    }
}
