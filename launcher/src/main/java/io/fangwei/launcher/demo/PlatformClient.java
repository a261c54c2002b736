package io.fangwei.launcher.demo;

import io.fangwei.launcher.issuer.DemoUsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running platform as a demo user reaches it: by HTTP, with a token. */
final class PlatformClient {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI gateway;
    private final URI desk;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    PlatformClient(URI gateway, URI desk) {
        this.gateway = gateway;
        this.desk = desk;
    }

    /** What came back. */
    record Answer(int status, @Nullable String location, String text) {

        boolean isFine() {
            return status == 200 || status == 201;
        }

        JsonNode json() {
            return JSON.readTree(text);
        }

        /** The rule that was broken, as far as the answer says it. */
        String problem() {
            return text.isBlank() ? "no body" : text.strip();
        }
    }

    Answer get(String user, String path) {
        return send(request(gateway, path, user).GET());
    }

    JsonNode read(String user, String path) {
        var answer = get(user, path);
        if (!answer.isFine()) {
            throw new DemoFailure("GET %s as %s: %d %s".formatted(path, user, answer.status(), answer.problem()));
        }
        return answer.json();
    }

    Answer post(String user, String path, String key, @Nullable Object body) {
        return send(request(gateway, path, user)
                .header("Idempotency-Key", key)
                .POST(body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer moveClock(String user, Object body) {
        return send(request(desk, "/demo/clock", user).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(URI to, String path, String user) {
        return HttpRequest.newBuilder(to.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(user, this::token));
    }

    private String token(String user) {
        var form = "user=%s&password=%s".formatted(URLEncoder.encode(user, StandardCharsets.UTF_8), DemoUsers.PASSWORD);
        var answer = send(HttpRequest.newBuilder(desk.resolve("/demo/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (!answer.isFine()) {
            throw new DemoFailure("No token for %s: %d %s".formatted(user, answer.status(), answer.problem()));
        }
        return answer.text().strip();
    }

    private Answer send(HttpRequest.Builder wanted) {
        var request = wanted.build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(null),
                    response.body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(
                    "%s %s: %s".formatted(request.method(), request.uri(), unreachable), unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The load was interrupted");
        }
    }
}
