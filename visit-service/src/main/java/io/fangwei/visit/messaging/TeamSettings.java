package io.fangwei.visit.messaging;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where team-service answers, and as whom we ask it.
 *
 * @param issuer who gives out the token of the service account
 */
@Validated
@ConfigurationProperties("fangwei")
record TeamSettings(
        @NotBlank String issuer,
        @Valid @NotNull TeamService teamService,
        @Valid @NotNull @DefaultValue ServiceAccount serviceAccount) {

    /** @param patience how long one question may take before it counts as unanswered */
    record TeamService(@NotBlank String url, @NotNull Duration patience) {}

    record ServiceAccount(
            @NotBlank @DefaultValue("visit-service") String clientId,
            @NotBlank @DefaultValue("visit-service-secret") String clientSecret) {}
}
