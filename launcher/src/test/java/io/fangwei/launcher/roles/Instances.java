package io.fangwei.launcher.roles;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** What there is in one world, by name; some roles have instances of their own: {@code complaint@EA}. */
record Instances(Map<String, String> ids, String role) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    Instances {
        ids = Map.copyOf(ids);
    }

    Instances as(String reader) {
        return new Instances(ids, reader);
    }

    String id(String name) {
        return switch (name) {
            case "unique" -> "N" + NUMBER.incrementAndGet();
            case "uscc" -> Usccs.fresh();
            default ->
                ids.getOrDefault(name + "@" + role, Objects.requireNonNullElseGet(ids.get(name), () -> {
                    throw new IllegalArgumentException("There is no " + name);
                }));
        };
    }
}
