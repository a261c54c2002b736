package io.fangwei.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** The list of all datasets, which each service knows in part. */
@Component
class Datasets {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final List<URI> owners;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Datasets(GatewaySettings settings) {
        owners = settings.datasets().values().stream()
                .distinct()
                .sorted()
                .map(name -> Objects.requireNonNull(settings.services().get(name), name)
                        .url())
                .toList();
    }

    /** What the services say together; if one refuses, its refusal. */
    ServerResponse list(ServerRequest request) throws IOException {
        var all = JSON.createArrayNode();
        for (var owner : owners) {
            var answer = ask(owner, request);
            if (answer.statusCode() != 200) {
                return ServerResponse.status(answer.statusCode())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(answer.body());
            }
            JSON.readTree(answer.body()).path("items").forEach(all::add);
        }
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.createObjectNode().set("items", all).toString());
    }

    private HttpResponse<String> ask(URI owner, ServerRequest request) throws IOException {
        var asked = HttpRequest.newBuilder(owner.resolve(request.path())).timeout(PATIENCE);
        for (var name : List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE)) {
            request.headers().header(name).forEach(value -> asked.header(name, value));
        }
        try {
            return http.send(asked.build(), BodyHandlers.ofString());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IOException("The gateway is closing", closing);
        }
    }
}
