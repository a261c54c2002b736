package io.fangwei.localmongo;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How deep documents lie in each other. MongoDB keeps none that is deeper than it can read again. */
final class Nesting {

    private static final int MOST = 180;

    private Nesting() {}

    static void refuseTooDeep(@Nullable Object value) {
        refuseTooDeep(value, 1);
    }

    private static void refuseTooDeep(@Nullable Object value, int depth) {
        if (depth > MOST) {
            throw tooDeep();
        }
        if (value instanceof Map<?, ?> document) {
            document.values().forEach(inner -> refuseTooDeep(inner, depth + 1));
        } else if (value instanceof List<?> elements) {
            elements.forEach(inner -> refuseTooDeep(inner, depth + 1));
        }
    }

    static MongoServerError tooDeep() {
        return new MongoServerError(15, "Overflow", "BSONObj exceeds maximum nested object depth: " + MOST);
    }
}
