package io.fangwei.kernel.scoring;

import java.math.BigDecimal;

/** The kinds of rules that a model may use: what a figure means, and how many points it takes or gives. */
public enum RuleType {
    /** 0 if the trigger is true */
    ALL_OR_NOTHING(Figure.COUNT) {
        @Override
        BigDecimal points(ScoringRule rule, BigDecimal figure, BigDecimal max) {
            return triggered(figure) ? max : BigDecimal.ZERO;
        }
    },
    /** 0 from the first case on, whatever the other rules say */
    VETO_ZERO(Figure.COUNT) {
        @Override
        BigDecimal points(ScoringRule rule, BigDecimal figure, BigDecimal max) {
            return triggered(figure) ? max : BigDecimal.ZERO;
        }
    },
    /** points off for every case */
    PER_CASE(Figure.COUNT) {
        @Override
        BigDecimal points(ScoringRule rule, BigDecimal figure, BigDecimal max) {
            return rule.price().multiply(figure);
        }
    },
    /** points off once */
    FIXED(Figure.COUNT) {
        @Override
        BigDecimal points(ScoringRule rule, BigDecimal figure, BigDecimal max) {
            return triggered(figure) ? rule.price() : BigDecimal.ZERO;
        }
    },
    /** points off in proportion to a share from 0 to 1 */
    RATIO(Figure.SHARE) {
        @Override
        BigDecimal points(ScoringRule rule, BigDecimal figure, BigDecimal max) {
            return rule.price().multiply(figure);
        }
    },
    /** points off that a person chose, at most all of the indicator */
    DISCRETIONARY(Figure.POINTS) {
        @Override
        BigDecimal points(ScoringRule rule, BigDecimal figure, BigDecimal max) {
            return figure;
        }
    },
    /** the score is the mean that respondents gave; without one there is no score */
    AVERAGE(Figure.POINTS) {
        @Override
        BigDecimal points(ScoringRule rule, BigDecimal figure, BigDecimal max) {
            return max.subtract(figure);
        }
    },
    /** points on for every case, up to the cap */
    BONUS_PER_CASE(Figure.COUNT) {
        @Override
        BigDecimal points(ScoringRule rule, BigDecimal figure, BigDecimal max) {
            return rule.capped(rule.price().multiply(figure));
        }
    },
    /** points on once */
    BONUS_FLAG(Figure.COUNT) {
        @Override
        BigDecimal points(ScoringRule rule, BigDecimal figure, BigDecimal max) {
            return triggered(figure) ? rule.capped(rule.price()) : BigDecimal.ZERO;
        }
    },
    /** points on by rank; 0 stands for no rank */
    BONUS_RANK(Figure.COUNT) {
        @Override
        BigDecimal points(ScoringRule rule, BigDecimal figure, BigDecimal max) {
            return rule.capped(rule.pointsOfRank(figure.intValueExact()));
        }
    };

    private final Figure figure;

    RuleType(Figure figure) {
        this.figure = figure;
    }

    /** What the figure takes off the indicator, or adds to it, before floor and maximum of the indicator. */
    abstract BigDecimal points(ScoringRule rule, BigDecimal figure, BigDecimal max);

    void check(ScoringRule rule, BigDecimal given, BigDecimal max) {
        figure.check(rule, given, max);
    }

    public boolean isBonus() {
        return name().startsWith("BONUS_");
    }

    /** True where the rule needs its points from the model. */
    boolean isPriced() {
        return this != DISCRETIONARY && this != BONUS_RANK;
    }

    private static boolean triggered(BigDecimal figure) {
        return figure.signum() > 0;
    }
}
