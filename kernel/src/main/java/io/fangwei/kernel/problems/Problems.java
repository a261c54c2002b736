package io.fangwei.kernel.problems;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Writes RFC 9457 problems: a stable type, the broken rule, a text in the caller's language, the fields (D11). */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String SECONDS_TO_RECOVER = "5";

    private final Texts texts;

    public Problems(Texts texts) {
        this.texts = texts;
    }

    public ResponseEntity<ProblemDetail> of(Throwable thrown) {
        if (thrown instanceof Refusal refusal) {
            return answer(HttpStatus.CONFLICT, refusal.rule(), refusal.arguments());
        }
        if (thrown instanceof NotFound) {
            return answer(HttpStatus.NOT_FOUND, KernelRule.NOT_FOUND);
        }
        if (thrown instanceof Failure failure) {
            var problem = answer(failure.status(), failure.rule(), failure.arguments());
            return failure.location().map(at -> located(problem, at)).orElse(problem);
        }
        if (thrown instanceof OptimisticLockingFailureException) {
            return answer(HttpStatus.SERVICE_UNAVAILABLE, KernelRule.CHANGED_MEANWHILE);
        }
        if (Absence.isBehind(thrown)) {
            LOG.warn("The database did not answer", thrown);
            return answer(HttpStatus.SERVICE_UNAVAILABLE, KernelRule.DATABASE_AWAY);
        }
        LOG.error("A bug", thrown);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, KernelRule.INTERNAL_ERROR);
    }

    public ResponseEntity<ProblemDetail> invalid(List<FieldProblem> fields) {
        var problem = problem(HttpStatus.BAD_REQUEST, KernelRule.INVALID_FIELDS);
        problem.setProperty("errors", fields);
        return answer(problem, HttpHeaders.EMPTY);
    }

    public ResponseEntity<ProblemDetail> answer(HttpStatusCode status, Rule rule, Object... arguments) {
        var headers = new HttpHeaders();
        if (status.value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            headers.set(HttpHeaders.RETRY_AFTER, SECONDS_TO_RECOVER);
        }
        return answer(problem(status, rule, arguments), headers);
    }

    public ProblemDetail problem(HttpStatusCode status, Rule rule, Object... arguments) {
        var problem = ProblemDetail.forStatusAndDetail(status, texts.of(rule, locale(), arguments));
        problem.setType(URI.create("urn:problem:" + rule.code()));
        problem.setTitle(rule.code());
        problem.setProperty("rule", rule.code());
        return problem;
    }

    private static ResponseEntity<ProblemDetail> located(ResponseEntity<ProblemDetail> problem, String location) {
        var headers = new HttpHeaders(problem.getHeaders());
        headers.set(HttpHeaders.LOCATION, location);
        return new ResponseEntity<>(problem.getBody(), headers, problem.getStatusCode());
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, HttpHeaders headers) {
        var all = new HttpHeaders(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        all.setContentLanguage(locale());
        return new ResponseEntity<>(problem, all, HttpStatusCode.valueOf(problem.getStatus()));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
