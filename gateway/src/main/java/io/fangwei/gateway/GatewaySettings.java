package io.fangwei.gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose tokens count and where the services are.
 *
 * @param datasets which service owns which
 */
@Validated
@ConfigurationProperties("fangwei")
record GatewaySettings(
        @NotNull URI issuer,
        @DefaultValue("fangwei") String audience,
        @NotEmpty Map<String, @Valid Service> services,
        @NotEmpty Map<String, @NotBlank String> datasets,
        @DefaultValue("1s") Duration patienceForHealth,
        @DefaultValue("1s") Duration patienceForIssuer) {

    /** One service behind the gateway. */
    record Service(@NotNull URI url) {}
}
