package io.fangwei.policy.imports.run;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How imports are worked on.
 *
 * @param mostRows of one file
 * @param rowsAtOnce that are looked up together, and after which the work is known to have come that far
 * @param hands how many rows are carried out side by side
 * @param pause at most, before the work is taken up again when the database was away
 */
@Validated
@ConfigurationProperties("policy.imports")
public record ImportSettings(
        @Positive @DefaultValue("100000") int mostRows,
        @Positive @DefaultValue("500") int rowsAtOnce,
        @Positive @DefaultValue("8") int hands,
        @NotNull @DefaultValue("5s") Duration pause) {}
