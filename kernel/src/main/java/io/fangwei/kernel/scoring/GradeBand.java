package io.fangwei.kernel.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A grade and the totals that earn it. */
public record GradeBand(
        String grade,
        String nameZh,
        @Nullable BigDecimal minInclusive,
        @Nullable BigDecimal maxExclusive) {

    boolean holds(BigDecimal total) {
        return (minInclusive == null || total.compareTo(minInclusive) >= 0)
                && (maxExclusive == null || total.compareTo(maxExclusive) < 0);
    }
}
