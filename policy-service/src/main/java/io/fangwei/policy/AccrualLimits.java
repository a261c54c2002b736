package io.fangwei.policy;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** How much of a premium may be set aside at most; the default is the national cap. */
@Validated
@ConfigurationProperties("policy.accrual")
public record AccrualLimits(
        @Positive @DecimalMax("1") @DefaultValue("0.21") BigDecimal cap) {}
