package io.fangwei.launcher.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request of the demo year. Ids that earlier steps keep stand in braces: {@code {visit-17}}.
 *
 * @param name never changes: it is the idempotency key, so that a repeat is a replay
 * @param user who sends it
 * @param body none for a command that says everything by its path
 * @param keep the id to remember, if any
 */
record Step(
        String name,
        String user,
        String path,
        @Nullable Map<String, Object> body,
        @Nullable Keep keep) {

    /** Where an answer says the id that later steps need. */
    enum Source {
        /** the Location of what was created */
        LOCATION,
        /** the pool of the year among all pools; the only step that reads */
        POOL,
        /** the open expense with the voucher that was given */
        EXPENSE
    }

    /** @param slot the name in braces */
    record Keep(String slot, Source source) {}

    static final String PREFIX = "demo-2025-";

    static Step post(String name, String user, String path, @Nullable Object... body) {
        return new Step(PREFIX + name, user, path, body(body), null);
    }

    static Step create(String slot, String user, String path, @Nullable Object... body) {
        return new Step(PREFIX + slot, user, path, body(body), new Keep(slot, Source.LOCATION));
    }

    Step keeping(String slot, Source source) {
        return new Step(name, user, path, body, new Keep(slot, source));
    }

    boolean isRead() {
        return keep != null && keep.source() == Source.POOL;
    }

    /** An object with its fields in the order given, so that every repeat is the same to the byte; nulls are left out. */
    static @Nullable Map<String, Object> body(@Nullable Object... namesAndValues) {
        if (namesAndValues.length == 0) {
            return null;
        }
        var body = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) {
                body.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return body;
    }

    static String ref(String slot) {
        return "{" + slot + "}";
    }
}
