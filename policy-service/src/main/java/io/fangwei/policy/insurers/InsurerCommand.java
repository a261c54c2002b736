package io.fangwei.policy.insurers;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of an insurer. */
public sealed interface InsurerCommand {

    record RegisterInsurer(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 50) String licenceNo,
            @NotEmpty @Size(max = 50) List<@NotNull @Pattern(regexp = "[1-9][0-9]{5}") String> areas)
            implements InsurerCommand {}

    record SetAccrualRate(
            @NotNull @Min(2000) @Max(2100) Integer year,

            @Nullable @Pattern(regexp = "[0-9]{2,4}") String industry,

            @NotNull @PositiveOrZero @DecimalMax("1") @Digits(integer = 1, fraction = 4)
            BigDecimal rate)
            implements InsurerCommand {}
}
