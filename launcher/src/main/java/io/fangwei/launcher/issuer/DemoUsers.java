package io.fangwei.launcher.issuer;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All demo users by their login; they share one password. */
public final class DemoUsers {

    public static final String PASSWORD = "demo";

    private final Map<String, DemoUser> users;

    DemoUsers(List<DemoUser> users) {
        this.users = users.stream()
                .collect(toMap(
                        DemoUser::username,
                        user -> user,
                        (one, other) -> {
                            throw new IllegalArgumentException("Two demo users are called " + one.username());
                        },
                        LinkedHashMap::new));
    }

    public static DemoUsers load() {
        try (InputStream json = DemoUsers.class.getResourceAsStream("/demo/users.json")) {
            return new DemoUsers(new JsonMapper().readValue(json, new TypeReference<List<DemoUser>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Collection<DemoUser> all() {
        return users.values();
    }

    Optional<DemoUser> find(String username) {
        return Optional.ofNullable(users.get(username));
    }
}
