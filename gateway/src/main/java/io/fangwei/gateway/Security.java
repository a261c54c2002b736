package io.fangwei.gateway;

import static org.springframework.security.config.Customizer.withDefaults;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.client.RestTemplate;

/** Nothing but health passes without a token of our issuer, and no token passes without a role (D9). */
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String[] ROLES = {
        "IM", "IS", "IC", "ID", "SI", "SP", "BR", "CP", "EA", "FR", "SR", "AS", "PU", "AD", "SV"
    };

    @Bean
    SecurityFilterChain chain(HttpSecurity http, TokenRefusals refusals, JwtAuthenticationConverter roles) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(withDefaults())
                .authorizeHttpRequests(paths -> paths.requestMatchers(HttpMethod.GET, "/health", "/actuator/health")
                        .permitAll()
                        .requestMatchers("/api/**", "/city/v1/**")
                        .hasAnyAuthority(ROLES)
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(tokens -> tokens.jwt(jwt -> jwt.jwtAuthenticationConverter(roles))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .addFilterBefore(refusals.whenIssuerIsAway(), BearerTokenAuthenticationFilter.class)
                .build();
    }

    @Bean
    JwtAuthenticationConverter roles() {
        var roles = new JwtGrantedAuthoritiesConverter();
        roles.setAuthoritiesClaimName("roles");
        roles.setAuthorityPrefix("");
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(roles);
        return converter;
    }

    /** Asks the issuer for its keys with the first token, so that neither needs the other to start. */
    @Bean
    JwtDecoder tokens(GatewaySettings settings) {
        return new CheckedTokens(new SupplierJwtDecoder(() -> decoder(settings)), Clock.systemUTC());
    }

    private static JwtDecoder decoder(GatewaySettings settings) {
        var issuer = settings.issuer().toString();
        var http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(settings.patienceForIssuer());
        http.setReadTimeout(settings.patienceForIssuer());
        var decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                .restOperations(new RestTemplate(http))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, given -> given != null && given.contains(settings.audience()))));
        return decoder;
    }

    @Bean
    RequestRejectedHandler suspiciousPaths(Problems problems) {
        return (request, response, rejected) ->
                problems.write(EdgeRule.MALFORMED_REQUEST, Language.of(request), response);
    }
}
