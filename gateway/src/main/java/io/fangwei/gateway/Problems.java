package io.fangwei.gateway;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes RFC 9457 problems in the shape of the services' own: type, rule, and a text in the caller's language. */
@Component
class Problems {

    private static final String SECONDS_TO_RECOVER = "5";

    private final JsonMapper json = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    Problems() {
        texts.setBasename("gateway-problems");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    ResponseEntity<Object> answer(EdgeRule rule, HttpStatusCode status, Locale locale) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(locale);
        if (status.value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            headers.set(HttpHeaders.RETRY_AFTER, SECONDS_TO_RECOVER);
        }
        return new ResponseEntity<>(problem(rule, status, locale), headers, status);
    }

    /** For the places in front of Spring MVC. */
    void write(EdgeRule rule, Locale locale, HttpServletResponse response) throws IOException {
        var answer = answer(rule, rule.status(), locale);
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
        json.writeValue(response.getOutputStream(), answer.getBody());
    }

    private ProblemDetail problem(EdgeRule rule, HttpStatusCode status, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(status, texts.getMessage(rule.code(), null, locale));
        problem.setType(URI.create("urn:problem:" + rule.code()));
        problem.setTitle(rule.code());
        problem.setProperty("rule", rule.code());
        return problem;
    }
}
