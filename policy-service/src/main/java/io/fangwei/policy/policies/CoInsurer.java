package io.fangwei.policy.policies;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.util.UUID;

/** Another insurer that bears a share of the risk; the insurer of the policy leads and answers for the service (AMB-73). */
public record CoInsurer(
        @NotNull UUID insurerId,

        @NotNull @Positive @DecimalMax(value = "1", inclusive = false) @Digits(integer = 1, fraction = 4)
        BigDecimal share) {}
