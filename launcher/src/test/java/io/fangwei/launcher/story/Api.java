package io.fangwei.launcher.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP with one address of the platform. Bodies may be written with single quotes. */
public final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI address;

    public Api(URI address) {
        this.address = address;
    }

    public Answer get(@Nullable String token, String path) {
        return send(request(token, path, Map.of()).GET());
    }

    /** A command of its own each time. */
    public Answer post(@Nullable String token, String path, String body) {
        return post(
                token, path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    public Answer post(@Nullable String token, String path, String body, Map<String, String> headers) {
        return send(json(token, path, headers).POST(publisher(body)));
    }

    /** Hands a file in. */
    public Answer postFile(@Nullable String token, String path, String mediaType, String content) {
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Content-Type", mediaType);
        return send(request(token, path, headers).POST(BodyPublishers.ofString(content)));
    }

    public Answer put(@Nullable String token, String path, String body, String version) {
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", version);
        return send(json(token, path, headers).PUT(publisher(body)));
    }

    private HttpRequest.Builder json(@Nullable String token, String path, Map<String, String> headers) {
        return request(token, path, headers).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(@Nullable String token, String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
        headers.forEach(request::header);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.BodyPublisher publisher(String body) {
        return BodyPublishers.ofString(body.replace('\'', '"'));
    }

    private static Answer send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            var type = answer.headers().firstValue("Content-Type").orElse("");
            var body = type.contains("json") && !type.contains("ndjson")
                    ? JSON.readTree(answer.body())
                    : JSON.getNodeFactory().stringNode(answer.body());
            return new Answer(request.method() + " " + request.uri(), answer.statusCode(), answer.headers(), body);
        } catch (IOException failed) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
