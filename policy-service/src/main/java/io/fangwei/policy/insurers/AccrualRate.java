package io.fangwei.policy.insurers;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The share of the premium received in a year that an insurer sets aside for prevention (CD-5.1.4a, AMB-19).
 *
 * @param industry beginning of codes of GB/T 4754 without their letter; all that have no rate of their own, if none
 */
public record AccrualRate(int year, @Nullable String industry, BigDecimal rate) {

    public static AccrualRate of(int year, BigDecimal rate) {
        return new AccrualRate(year, null, rate);
    }

    boolean isFor(int wanted, String industryCode) {
        return year == wanted
                && (industry == null || industryCode.replaceFirst("^[A-T]", "").startsWith(industry));
    }

    int precision() {
        return industry == null ? 0 : industry.length();
    }
}
