package io.fangwei.policy.calendars;

import io.fangwei.kernel.deadlines.DayUnit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What can be asked of a rule pack. */
public sealed interface RulePackCommand {

    record ProposePack(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,30}")
            String version,

            @NotEmpty @Size(max = 100) List<@NotNull @Valid Length> clocks)
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
