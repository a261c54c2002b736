package io.fangwei.launcher.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to one address over connections that are kept. The blocking client of the JDK takes less of the cores that it
 * shares with the platform than the one with a selector.
 */
final class Api {

    /** @param location id of what was created */
    record Answer(int status, @Nullable String location, String body) {

        Answer orThrow() throws IOException {
            if (status / 100 != 2) {
                throw new IOException(status + " " + body);
            }
            return this;
        }

        String id() {
            if (location == null) {
                throw new IllegalStateException("Nothing was created: " + body);
            }
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }

    private final URI base;

    Api(URI base) {
        this.base = base;
    }

    Answer get(String token, String path) throws IOException {
        return answer(open(token, path));
    }

    Answer post(String token, String path, String body) throws IOException {
        var connection = open(token, path);
        connection.setRequestProperty("Idempotency-Key", UUID.randomUUID().toString());
        connection.setRequestProperty("Content-Type", "application/json");
        return answer(send(connection, body));
    }

    /** The token of a demo user. */
    String login(String user, String password) throws IOException {
        var connection = (HttpURLConnection) base.resolve("/demo/token").toURL().openConnection();
        return answer(send(connection, "user=" + user + "&password=" + password))
                .orThrow()
                .body();
    }

    private HttpURLConnection open(String token, String path) throws IOException {
        var connection = (HttpURLConnection) base.resolve(path).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + token);
        return connection;
    }

    private static HttpURLConnection send(HttpURLConnection connection, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(bytes.length);
        try (var out = connection.getOutputStream()) {
            out.write(bytes);
        }
        return connection;
    }

    private static Answer answer(HttpURLConnection connection) throws IOException {
        var status = connection.getResponseCode();
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            var body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(status, connection.getHeaderField("Location"), body);
        }
    }
}
