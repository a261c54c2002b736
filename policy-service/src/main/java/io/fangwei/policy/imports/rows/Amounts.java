package io.fangwei.policy.imports.rows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Amounts as they stand in spreadsheets: {@code 12000}, {@code 12,000.00}, {@code ￥12000元}, {@code 1.2万元}. A unit in the
 * cell goes before the unit in the title. More than two decimals of a yuan are no amount.
 */
final class Amounts {

    private static final Pattern WRITTEN =
            Pattern.compile("[¥￥]?(-?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,15})(?:\\.\\d{1,10})?)(万元|万|元)?");

    private Amounts() {}

    /** @param code without blanks, in half-width characters */
    static Optional<BigDecimal> read(String code, BigDecimal unit) {
        var written = WRITTEN.matcher(code);
        if (!written.matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(written.group(1).replace(",", ""));
        var yuan = number.multiply(unit(written.group(2), unit)).stripTrailingZeros();
        return yuan.scale() > 2 ? Optional.empty() : Optional.of(yuan.setScale(2, RoundingMode.UNNECESSARY));
    }

    private static BigDecimal unit(String inCell, BigDecimal inTitle) {
        return inCell == null ? inTitle : inCell.startsWith("万") ? new BigDecimal("10000") : BigDecimal.ONE;
    }
}
