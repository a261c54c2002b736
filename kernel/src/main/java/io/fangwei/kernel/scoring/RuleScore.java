package io.fangwei.kernel.scoring;

import java.math.BigDecimal;

/**
 * What one rule did.
 *
 * @param figure what was found
 * @param exact points taken, or given by a bonus rule, before floor and maximum of the indicator
 */
public record RuleScore(ScoringRule rule, BigDecimal figure, BigDecimal exact) {

    static RuleScore of(ScoringRule rule, BigDecimal figure, BigDecimal max) {
        rule.type().check(rule, figure, max);
        return new RuleScore(rule, figure, rule.type().points(rule, figure, max));
    }

    /** Points taken, with two decimals. */
    public BigDecimal deducted() {
        return ScoreSheet.shown(rule.type().isBonus() ? BigDecimal.ZERO : exact);
    }

    /** Points given, with two decimals. */
    public BigDecimal added() {
        return ScoreSheet.shown(rule.type().isBonus() ? exact : BigDecimal.ZERO);
    }
}
