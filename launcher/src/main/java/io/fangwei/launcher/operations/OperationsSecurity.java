package io.fangwei.launcher.operations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Orders carry a secret of their own, so that neither a token nor a login is asked for. */
@Configuration(proxyBeanMethods = false)
@Import(OperationsDesk.class)
public class OperationsSecurity {

    static final String BACKUPS = "/operations/backups";

    @Bean
    @Order(0)
    SecurityFilterChain operations(HttpSecurity http) {
        return http.securityMatcher(BACKUPS)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .build();
    }
}
