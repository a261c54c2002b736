package io.fangwei.launcher.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is told of the demo year in files. */
final class Resources {

    private Resources() {}

    static <T> T read(String name, Class<T> as) {
        try (var in = Resources.class.getResourceAsStream("/demo/" + name)) {
            return JsonMapper.shared().readValue(in, as);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
