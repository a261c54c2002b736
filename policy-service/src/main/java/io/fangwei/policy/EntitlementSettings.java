package io.fangwei.policy;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a policy counts as in danger of not being fulfilled.
 *
 * @param leadDays working days that one service needs to be arranged and carried out
 */
@Validated
@ConfigurationProperties("policy.entitlements")
public record EntitlementSettings(
        @Positive @DefaultValue("5") int leadDays) {}
