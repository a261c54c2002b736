package io.fangwei.kernel.scoring;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What was found, by rule id: a count of cases (1 for a plain yes), a share, a rank, or points that a person chose. */
public record Cases(Map<String, BigDecimal> figures) {

    public Cases {
        figures = Map.copyOf(figures);
    }

    public static Cases none() {
        return new Cases(Map.of());
    }

    public static Cases counts(Map<String, Integer> counts) {
        var figures = new HashMap<String, BigDecimal>();
        counts.forEach((rule, count) -> figures.put(rule, BigDecimal.valueOf(count)));
        return new Cases(figures);
    }

    public Cases with(String rule, int count) {
        return with(rule, BigDecimal.valueOf(count));
    }

    public Cases with(String rule, BigDecimal figure) {
        return and(new Cases(Map.of(rule, figure)));
    }

    /** Both together; refuses two figures for one rule. */
    public Cases and(Cases others) {
        var all = new HashMap<>(figures);
        others.figures.forEach((rule, figure) -> {
            if (all.put(rule, figure) != null) {
                throw new IllegalArgumentException(rule + " has two figures");
            }
        });
        return new Cases(all);
    }

    BigDecimal of(ScoringRule rule) {
        return figures.getOrDefault(rule.id(), BigDecimal.ZERO);
    }
}
