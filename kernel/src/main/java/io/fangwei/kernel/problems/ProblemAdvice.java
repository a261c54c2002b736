package io.fangwei.kernel.problems;

import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** The one place where what is thrown becomes a problem. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler({RuntimeException.class, Error.class})
    ResponseEntity<ProblemDetail> any(Throwable thrown) {
        return problems.of(thrown);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException wrong) {
        var name = Objects.requireNonNull(wrong.getName());
        return problems.invalid(List.of(new FieldProblem(name, "TypeMismatch", String.valueOf(wrong.getValue()))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> violated(ConstraintViolationException violated) {
        return problems.invalid(violated.getConstraintViolations().stream()
                .map(found -> new FieldProblem(
                        found.getPropertyPath().toString(),
                        found.getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName(),
                        found.getMessage()))
                .toList());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var fields = Stream.concat(
                        invalid.getFieldErrors().stream().map(ProblemAdvice::field),
                        invalid.getGlobalErrors().stream().map(error -> new FieldProblem("", code(error), text(error))))
                .toList();
        return wide(problems.invalid(fields));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return wide(problems.invalid(invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> error instanceof FieldError found
                                ? field(found)
                                : new FieldProblem(
                                        String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                        code(error),
                                        text(error))))
                .toList()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (unreadable.getCause() instanceof DatabindException wrong
                && !wrong.getPath().isEmpty()) {
            return wide(problems.invalid(List.of(new FieldProblem(path(wrong), "TypeMismatch", said(wrong)))));
        }
        return wide(problems.answer(status, KernelRule.MALFORMED_REQUEST, ""));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception thrown, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            return wide(problems.of(thrown));
        }
        var rule = status.value() == 404 ? KernelRule.NOT_FOUND : KernelRule.MALFORMED_REQUEST;
        var detail = body instanceof ProblemDetail given ? String.valueOf(given.getDetail()) : "";
        return wide(problems.answer(status, rule, detail));
    }

    private static FieldProblem field(FieldError error) {
        return new FieldProblem(error.getField(), code(error), text(error));
    }

    private static String code(MessageSourceResolvable error) {
        var codes = error.getCodes();
        return codes == null || codes.length == 0 ? "Invalid" : codes[codes.length - 1];
    }

    private static String text(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "");
    }

    private static String path(DatabindException wrong) {
        var path = new StringBuilder();
        wrong.getPath().forEach(step -> {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        });
        return path.toString();
    }

    private static String said(JacksonException wrong) {
        return Objects.requireNonNullElse(wrong.getOriginalMessage(), "").split("\n", 2)[0];
    }

    private static ResponseEntity<Object> wide(ResponseEntity<ProblemDetail> problem) {
        return new ResponseEntity<>(problem.getBody(), problem.getHeaders(), problem.getStatusCode());
    }
}
