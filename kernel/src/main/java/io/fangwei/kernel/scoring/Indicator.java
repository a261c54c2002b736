package io.fangwei.kernel.scoring;

import java.math.BigDecimal;
import java.util.List;

/** What is judged, with its maximum and the rules that take points off or add some. */
public record Indicator(String code, String nameZh, String name, BigDecimal max, List<ScoringRule> rules) {

    public Indicator {
        rules = List.copyOf(rules);
        if (rules.isEmpty()
                || rules.stream().map(rule -> rule.type().isBonus()).distinct().count() > 1) {
            throw new IllegalArgumentException(code + " needs rules that all take points, or all give some");
        }
    }

    public boolean isBonus() {
        return rules.get(0).type().isBonus();
    }
}
