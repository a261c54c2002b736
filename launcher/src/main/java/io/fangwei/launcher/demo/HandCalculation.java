package io.fangwei.launcher.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The score of an insurer as one would work it out on paper: the maximum of each indicator that is evaluated, less half a
 * point for each case, never below nothing; without a ledger nothing is left of E-A8. It knows neither the scoring model
 * nor the engine.
 */
final class HandCalculation {

    private static final double A_CASE = 0.5;
    private static final String WITHOUT_A_LEDGER = "E-A8-R1";

    /** The indicators for which the demo year has facts, with their maximum as App. E prints it. */
    static final Map<String, Integer> MAXIMA = maxima();

    private HandCalculation() {}

    private static Map<String, Integer> maxima() {
        var maxima = new LinkedHashMap<String, Integer>();
        maxima.put("E-A8", 2);
        maxima.put("E-B1", 3);
        maxima.put("E-B3", 2);
        maxima.put("E-B5", 5);
        maxima.put("E-B8", 2);
        maxima.put("E-B9", 4);
        maxima.put("E-B11", 2);
        maxima.put("E-B12", 2);
        maxima.put("E-B14", 2);
        maxima.put("E-B15", 3);
        maxima.put("E-C3", 3);
        return maxima;
    }

    static BigDecimal total(List<PlannedCase> ofOneInsurer) {
        var total = MAXIMA.keySet().stream()
                .mapToDouble(indicator -> scoreOf(indicator, ofOneInsurer))
                .sum();
        return BigDecimal.valueOf(total).setScale(2, RoundingMode.UNNECESSARY);
    }

    private static double scoreOf(String indicator, List<PlannedCase> cases) {
        var max = MAXIMA.get(indicator);
        if (cases.stream().anyMatch(one -> one.rule().equals(WITHOUT_A_LEDGER) && indicator.equals("E-A8"))) {
            return 0;
        }
        var found = cases.stream()
                .filter(one -> one.rule().startsWith(indicator + "-"))
                .count();
        return Math.max(0, max - A_CASE * found);
    }
}
