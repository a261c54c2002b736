package io.fangwei.policy.insurers;

import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How much of a premium a rule pack lets be set aside: at most the cap, at least the floor where it names one (AMB-19).
 */
public record AccrualRules(BigDecimal cap, List<Floor> floors) {

    /**
     * The least share of an industry from a year on.
     *
     * @param industries beginnings of codes of GB/T 4754; all, if there are none
     * @param fromYear the first year; a later line takes the place of an earlier one
     */
    public record Floor(List<String> industries, int fromYear, BigDecimal rate) {

        public Floor {
            industries = List.copyOf(industries);
        }

        boolean isFor(String industryCode, int year) {
            return year >= fromYear
                    && (industries.isEmpty() || industries.stream().anyMatch(digits(industryCode)::startsWith));
        }
    }

    public AccrualRules {
        floors = List.copyOf(floors);
    }

    /** Refuses limits that allow more than the national cap, or demand more than they allow. */
    public void requireWithin(BigDecimal nationalCap) {
        PolicyRule.ACCRUAL_CAP_OVER_NATIONAL.require(
                cap.compareTo(nationalCap) <= 0, cap.toPlainString(), nationalCap.toPlainString());
        floors.forEach(floor -> PolicyRule.ACCRUAL_FLOOR_OVER_CAP.require(
                floor.rate().compareTo(cap) <= 0, floor.rate().toPlainString(), cap.toPlainString()));
    }

    /** The share that an insurer has set, but never more than the cap. */
    public BigDecimal capped(BigDecimal rate) {
        return rate.min(cap);
    }

    /** The least share of that industry and year, if one is demanded. */
    public Optional<BigDecimal> floor(int year, String industryCode) {
        return floors.stream()
                .filter(one -> one.isFor(industryCode, year))
                .reduce((earlier, later) -> later)
                .map(Floor::rate);
    }

    private static String digits(String industryCode) {
        return industryCode.replaceFirst("^[A-T]", "");
    }
}
