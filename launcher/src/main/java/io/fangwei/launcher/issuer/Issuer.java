package io.fangwei.launcher.issuer;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** An OIDC issuer: authorization code with PKCE for people, client credentials for services. */
@Configuration(proxyBeanMethods = false)
@Import({DemoDesk.class, LoginPage.class})
public class Issuer {

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(withDefaults());
                })
                .authorizeHttpRequests(paths -> paths.anyRequest().authenticated())
                .cors(withDefaults())
                .exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(LoginPage.PATH),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain demo(HttpSecurity http) {
        return http.securityMatcher("/demo/token", "/demo/users")
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain login(HttpSecurity http, IssuerSettings settings) {
        return http.authorizeHttpRequests(paths -> paths.requestMatchers(LoginPage.PATH)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage(LoginPage.PATH)
                        .defaultSuccessUrl(settings.console().toString()))
                .build();
    }

    @Bean
    DemoUsers users() {
        return DemoUsers.load();
    }

    @Bean
    UserDetailsService logins(DemoUsers users) {
        return new InMemoryUserDetailsManager(users.all().stream()
                .map(user -> User.withUsername(user.username())
                        .password("{noop}" + DemoUsers.PASSWORD)
                        .authorities(user.roles().toArray(String[]::new))
                        .build())
                .toList());
    }

    @Bean
    RegisteredClientRepository clients(IssuerSettings settings, SigningKeys keys) throws IOException {
        return Clients.of(settings, keys);
    }

    @Bean
    AuthorizationServerSettings address(IssuerSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> keys(SigningKeys keys) throws IOException, JOSEException, ParseException {
        return new ImmutableJWKSet<>(keys.keys());
    }

    @Bean
    JwtEncoder encoder(JWKSource<SecurityContext> keys) {
        return new NimbusJwtEncoder(keys);
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return NimbusJwtDecoder.withJwkSource(keys).build();
    }

    @Bean
    TokenClaims claims(DemoUsers users) {
        return new TokenClaims(users);
    }

    @Bean
    CorsConfigurationSource console(IssuerSettings settings) {
        var console = new CorsConfiguration();
        console.setAllowedOrigins(List.of(settings.console().toString()));
        console.setAllowedMethods(List.of("GET", "POST"));
        console.setAllowedHeaders(List.of("*"));
        var everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", console);
        return everywhere;
    }
}
