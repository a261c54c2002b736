package io.fangwei.kernel.scoring;

import java.math.BigDecimal;

/** What may be said about a rule: how many cases, which share of them, or how many points. */
enum Figure {
    COUNT {
        @Override
        void check(ScoringRule rule, BigDecimal given, BigDecimal max) {
            refuse(given.signum() < 0 || given.stripTrailingZeros().scale() > 0, rule, given, "a count from 0 on");
        }
    },
    SHARE {
        @Override
        void check(ScoringRule rule, BigDecimal given, BigDecimal max) {
            refuse(given.signum() < 0 || given.compareTo(BigDecimal.ONE) > 0, rule, given, "a share from 0 to 1");
        }
    },
    POINTS {
        @Override
        void check(ScoringRule rule, BigDecimal given, BigDecimal max) {
            refuse(given.signum() < 0 || given.compareTo(max) > 0, rule, given, "points from 0 to " + max);
        }
    };

    abstract void check(ScoringRule rule, BigDecimal given, BigDecimal max);

    private static void refuse(boolean wrong, ScoringRule rule, BigDecimal given, String wanted) {
        if (wrong) {
            throw new IllegalArgumentException(
                    "%s takes %s, not %s".formatted(rule.id(), wanted, given.toPlainString()));
        }
    }
}
