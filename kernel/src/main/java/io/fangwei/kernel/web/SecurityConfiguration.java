package io.fangwei.kernel.web;

import io.fangwei.kernel.caller.CheckedTokens;
import io.fangwei.kernel.problems.KernelRule;
import io.fangwei.kernel.problems.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/** A valid token or nothing; health alone may be asked by anybody (D9). */
@Configuration
class SecurityConfiguration {

    @Bean
    SecurityFilterChain tokens(HttpSecurity http, JwtDecoder check, Problems problems, JsonMapper json)
            throws Exception {
        var checked = new CheckedTokens(check, Clock.systemUTC());
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**", "/actuator/health")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(tokens -> tokens.jwt(jwt -> jwt.decoder(checked))
                        .authenticationEntryPoint((request, response, refused) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                            write(response, problems, json, HttpStatus.UNAUTHORIZED, KernelRule.TOKEN_REQUIRED);
                        })
                        .accessDeniedHandler((request, response, refused) ->
                                write(response, problems, json, HttpStatus.FORBIDDEN, KernelRule.ROLE_NOT_ALLOWED)))
                .build();
    }

    static void write(
            HttpServletResponse response,
            Problems problems,
            JsonMapper json,
            HttpStatus status,
            KernelRule rule,
            Object... arguments)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(json.writeValueAsBytes(problems.problem(status, rule, arguments)));
    }
}
