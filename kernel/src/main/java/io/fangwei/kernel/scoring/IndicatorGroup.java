package io.fangwei.kernel.scoring;

import java.math.BigDecimal;
import java.util.List;

/** Indicators that stand together; their maxima add up to the group's. */
public record IndicatorGroup(String code, String nameZh, String name, BigDecimal max, List<Indicator> indicators) {

    public IndicatorGroup {
        indicators = List.copyOf(indicators);
        var sum = indicators.stream().map(Indicator::max).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(max) != 0) {
            throw new IllegalArgumentException("Group %s has %s points, its indicators %s".formatted(code, max, sum));
        }
    }
}
