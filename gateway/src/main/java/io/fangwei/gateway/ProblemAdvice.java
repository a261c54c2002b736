package io.fangwei.gateway;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what Spring MVC throws into problems. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> bug(RuntimeException bug, WebRequest request) {
        LOG.error("A bug", bug);
        return problems.answer(EdgeRule.INTERNAL_ERROR, HttpStatus.INTERNAL_SERVER_ERROR, language(request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception thrown, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var rule = status.is5xxServerError()
                ? EdgeRule.INTERNAL_ERROR
                : status.value() == 404 ? EdgeRule.NOT_FOUND : EdgeRule.MALFORMED_REQUEST;
        return problems.answer(rule, status, language(request));
    }

    private static Locale language(WebRequest request) {
        return Language.of(((ServletWebRequest) request).getRequest());
    }
}
