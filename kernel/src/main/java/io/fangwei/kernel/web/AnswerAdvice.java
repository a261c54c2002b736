package io.fangwei.kernel.web;

import io.fangwei.kernel.caller.Command;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.store.LastVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Says on every answer which version it shows, and whether it repeats an earlier one (D11). */
@RestControllerAdvice
class AnswerAdvice implements ResponseBodyAdvice<Object> {

    static final String REPLAYED = "Idempotency-Replayed";

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail) {
            return body;
        }
        if (CurrentCommand.find().filter(Command::isReplayed).isPresent()) {
            response.getHeaders().set(REPLAYED, "true");
        }
        if (!(body instanceof Page)) {
            LastVersion.get().ifPresent(version -> response.getHeaders().set(HttpHeaders.ETAG, "\"" + version + "\""));
        }
        return body;
    }
}
