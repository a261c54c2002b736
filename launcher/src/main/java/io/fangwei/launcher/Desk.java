package io.fangwei.launcher;

import io.fangwei.launcher.clock.ClockMoves;
import io.fangwei.launcher.clock.ClockSecurity;
import io.fangwei.launcher.data.RunningFile;
import io.fangwei.launcher.issuer.Issuer;
import io.fangwei.launcher.issuer.IssuerSettings;
import io.fangwei.launcher.issuer.SigningKeys;
import io.fangwei.launcher.operations.LiveBackup;
import io.fangwei.launcher.operations.OperationsSecurity;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** The launcher's own application: the issuer, unless it is elsewhere, the demo clock, if there is one, and backups. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableWebSecurity
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
class Desk {

    /** How backups are asked for and who makes them. */
    record Backups(RunningFile running, LiveBackup backup) {}

    static ConfigurableApplicationContext start(
            Settings settings,
            Port port,
            @Nullable SigningKeys keys,
            @Nullable ClockMoves clock,
            @Nullable Backups backups) {
        var sources = new ArrayList<Class<?>>(List.of(Desk.class));
        if (keys != null) {
            sources.add(Issuer.class);
        }
        if (clock != null) {
            sources.add(ClockSecurity.class);
        }
        if (backups != null) {
            sources.add(OperationsSecurity.class);
        }
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=desk")
                .initializers((GenericApplicationContext context) -> {
                    context.registerBean(Clock.class, Clock::systemUTC);
                    if (keys == null) {
                        context.registerBean(JwtDecoder.class, () -> decoder(settings.issuer()));
                    } else {
                        context.registerBean(SigningKeys.class, () -> keys);
                        context.registerBean(
                                IssuerSettings.class,
                                () -> new IssuerSettings(settings.url(port), settings.url(Port.GATEWAY)));
                    }
                    if (clock != null) {
                        context.registerBean(ClockMoves.class, () -> clock);
                    }
                    if (backups != null) {
                        context.registerBean(RunningFile.class, backups::running);
                        context.registerBean(LiveBackup.class, backups::backup);
                    }
                })
                .run(
                        "--server.address=" + Settings.HOST,
                        "--server.port=" + settings.port(port),
                        "--server.servlet.session.cookie.name=FANGWEI_LOGIN",
                        "--server.servlet.session.cookie.same-site=lax",
                        "--spring.main.banner-mode=off",
                        "--spring.main.register-shutdown-hook=false",
                        "--spring.jmx.enabled=false");
    }

    private static JwtDecoder decoder(String issuer) {
        return new SupplierJwtDecoder(() -> {
            var decoder = NimbusJwtDecoder.withIssuerLocation(issuer).build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefaultWithIssuer(issuer),
                    new JwtClaimValidator<List<String>>(
                            JwtClaimNames.AUD, given -> given != null && given.contains("fangwei"))));
            return decoder;
        });
    }

    static SigningKeys keys(Settings settings) {
        try {
            return SigningKeys.in(settings.data().resolve("issuer"));
        } catch (IOException unwritable) {
            throw new StartRefused("The issuer's keys cannot be kept in %s.".formatted(settings.data()), unwritable);
        }
    }
}
