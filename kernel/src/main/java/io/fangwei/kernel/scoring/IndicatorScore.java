package io.fangwei.kernel.scoring;

import java.math.BigDecimal;
import java.util.List;

/** The points of one indicator and how they came about; never below 0, never above its maximum. */
public record IndicatorScore(Indicator indicator, List<RuleScore> rules) {

    public IndicatorScore {
        rules = List.copyOf(rules);
    }

    static IndicatorScore of(Indicator indicator, Cases cases) {
        return new IndicatorScore(
                indicator,
                indicator.rules().stream()
                        .map(rule -> RuleScore.of(rule, cases.of(rule), indicator.max()))
                        .toList());
    }

    /** The points, with two decimals. */
    public BigDecimal score() {
        return ScoreSheet.shown(exact());
    }

    BigDecimal exact() {
        var moved = rules.stream().map(RuleScore::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
        return indicator.isBonus()
                ? moved.min(indicator.max())
                : indicator.max().subtract(moved).max(BigDecimal.ZERO);
    }
}
