package io.fangwei.kernel.web;

import io.fangwei.kernel.audit.AuditLog;
import io.fangwei.kernel.problems.Problems;
import io.fangwei.kernel.problems.Texts;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** What stands between a request and its controller. */
@Configuration
class WebConfiguration implements WebMvcConfigurer {

    private final AuditLog audit;

    WebConfiguration(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new RoleCheck(audit));
    }

    @Bean
    static FilterRegistrationBean<CommandFilter> commandFilter(Problems problems, JsonMapper json) {
        return new FilterRegistrationBean<>(new CommandFilter(problems, json));
    }

    @Bean
    static LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(Texts.SUPPORTED);
        resolver.setDefaultLocale(Texts.DEFAULT);
        return resolver;
    }
}
