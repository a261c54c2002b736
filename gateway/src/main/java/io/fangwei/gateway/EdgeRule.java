package io.fangwei.gateway;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** What can be wrong before a service is asked. */
enum EdgeRule {
    TOKEN_REQUIRED(HttpStatus.UNAUTHORIZED),
    ROLE_NOT_ALLOWED(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR),
    SERVICE_AWAY(HttpStatus.SERVICE_UNAVAILABLE),
    SERVICE_SILENT(HttpStatus.GATEWAY_TIMEOUT),
    ISSUER_AWAY(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    EdgeRule(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /** The name as the public sees it: {@code service-away}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
