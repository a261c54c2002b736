package io.fangwei.kernel.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a service takes part in the platform.
 *
 * @param name of the service without the word service: topic {@code fangwei.<name>}, path {@code /api/<name>/v1}
 * @param listensTo names of the services whose topics it hears
 * @param instance tells several instances of a service apart; the same after a restart
 * @param epoch of the topics: how often they were rebuilt
 * @param rulePack the rule pack in force
 * @param relay how the outbox is sent
 */
@Validated
@ConfigurationProperties("fangwei")
public record KernelSettings(
        @NotBlank String name,
        @DefaultValue List<String> listensTo,
        @DefaultValue("0") String instance,
        @Positive @DefaultValue("1") int epoch,
        @NotBlank @DefaultValue("chengdu-draft") String rulePack,
        @NotNull @DefaultValue Relay relay,
        @NotNull @DefaultValue Watch watch) {

    /** @param sweepAfter how long an entry waits before the sweep looks for it */
    public record Relay(
            @DefaultValue("true") boolean enabled,
            @NotNull @DefaultValue("10s") Duration sweepAfter) {}

    /** @param every how often due days are looked at; zero if only on demand */
    public record Watch(@NotNull @DefaultValue("5s") Duration every) {}

    public KernelSettings {
        listensTo = List.copyOf(listensTo);
    }
}
