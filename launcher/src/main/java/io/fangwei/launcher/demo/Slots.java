package io.fangwei.launcher.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The ids that steps have given, by the names that stand for them in braces. */
final class Slots {

    private static final Pattern SLOT = Pattern.compile("\\{([^}]+)}");

    private final Map<String, String> ids = new ConcurrentHashMap<>();

    void put(String slot, String id) {
        ids.put(slot, id);
    }

    String filled(String text) {
        return SLOT.matcher(text).replaceAll(slot -> {
            var id = ids.get(slot.group(1));
            if (id == null) {
                throw new DemoFailure("Nobody has given an id to " + slot.group(1));
            }
            return id;
        });
    }

    Object filled(Object value) {
        if (value instanceof String text) {
            return filled(text);
        }
        if (value instanceof List<?> all) {
            return all.stream().map(one -> filled(Objects.requireNonNull(one))).toList();
        }
        if (value instanceof Map<?, ?> fields) {
            var filled = new LinkedHashMap<Object, Object>();
            fields.forEach((name, field) -> filled.put(name, filled(Objects.requireNonNull(field))));
            return filled;
        }
        return value;
    }
}
