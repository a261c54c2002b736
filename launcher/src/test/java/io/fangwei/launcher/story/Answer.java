package io.fangwei.launcher.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the gateway answered. */
public record Answer(String request, int status, HttpHeaders headers, JsonNode body) {

    public Answer ok() {
        return expect(200);
    }

    public Answer created() {
        return expect(201);
    }

    public Answer expect(int wanted) {
        assertThat(status).as("%s: %s", request, body).isEqualTo(wanted);
        return this;
    }

    /** The refusal names this rule and says so in words. */
    public Answer refusedBy(String rule) {
        expect(409);
        assertThat(header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(text("/type")).isEqualTo("urn:problem:" + rule);
        assertThat(text("/rule")).isEqualTo(rule);
        assertThat(text("/detail")).isNotBlank();
        return this;
    }

    public UUID id() {
        return UUID.fromString(text("/id"));
    }

    public String text(String pointer) {
        return body.at(pointer).asString();
    }

    public int number(String pointer) {
        return body.at(pointer).asInt();
    }

    public Stream<JsonNode> items(String pointer) {
        return body.at(pointer).valueStream();
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public boolean isReplayed() {
        return header("Idempotency-Replayed").filter("true"::equals).isPresent();
    }
}
