package io.fangwei.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

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

    private record File(@Nullable AccrualRules accrual) {}

    public AccrualRules {
        floors = List.copyOf(floors);
    }

    /** The accrual part of a rule pack that is shipped. */
    public static AccrualRules read(String rulePack) {
        try (var in = AccrualRules.class.getResourceAsStream("/rule-packs/" + rulePack + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no rule pack " + rulePack);
            }
            return Optional.ofNullable(
                            new JsonMapper().readValue(in, File.class).accrual())
                    .orElseThrow(() -> new IllegalArgumentException(rulePack + " says nothing of accruals"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
