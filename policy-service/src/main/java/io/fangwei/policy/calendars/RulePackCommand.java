package io.fangwei.policy.calendars;

import io.fangwei.kernel.deadlines.DayUnit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a rule pack. */
public sealed interface RulePackCommand {

    record ProposePack(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,30}")
            String version,

            @NotEmpty @Size(max = 100) List<@NotNull @Valid Length> clocks,

            @Nullable @Valid Limits accrual)
            implements RulePackCommand {}

    /** The most of a premium that may be set aside, and the least of some industries from some year on. */
    record Limits(
            @NotNull @PositiveOrZero @DecimalMax("1") @Digits(integer = 1, fraction = 4)
            BigDecimal cap,

            @NotNull @Size(max = 200) List<@NotNull @Valid Least> floors)
            implements RulePackCommand {}

    /** @param industries beginnings of codes of GB/T 4754; all, if there are none */
    record Least(
            @NotNull @Size(max = 100) List<@NotNull @Pattern(regexp = "[0-9]{2,4}") String> industries,
            @NotNull @Min(2000) @Max(2100) Integer fromYear,

            @NotNull @PositiveOrZero @DecimalMax("1") @Digits(integer = 1, fraction = 4)
            BigDecimal rate)
            implements RulePackCommand {}

    /** The length of one clock. */
    record Length(
            @NotNull @Pattern(regexp = "CLK-[0-9]{2}") String rule,
            @NotNull @Min(0) @Max(366) Integer length,
            @NotNull DayUnit unit,
            boolean binding)
            implements RulePackCommand {

        boolean isCountable() {
            return length > 0 || unit == DayUnit.CALENDAR_DAYS;
        }
    }
}
