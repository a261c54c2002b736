package io.fangwei.kernel.store;

import java.util.OptionalLong;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The version of the aggregate that the current request has read or written last: its ETag. */
public final class LastVersion {

    private static final String NAME = LastVersion.class.getName();

    private LastVersion() {}

    static void seen(long version) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(NAME, version, RequestAttributes.SCOPE_REQUEST);
        }
    }

    public static OptionalLong get() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST) instanceof Long version
                ? OptionalLong.of(version)
                : OptionalLong.empty();
    }
}
