package io.fangwei.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class WholePlatformTest {

    private static final Duration A_START = Duration.ofMinutes(3);

    @TempDir
    Path temporary;

    private final Settings settings = FreePorts.settings(Path.of("unused"));
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void it_becomes_healthy_keeps_what_it_acknowledged_when_killed_without_its_broker_too_and_stops_when_asked()
            throws Exception {
        var data = temporary.resolve("data");
        var backup = temporary.resolve("night.backup");
        String insurer;
        try (var platform = started("--clock-start", "2025-01-02T09:00+08:00")) {
            var registered = post(
                    settings.url(Port.GATEWAY).resolve("/api/policy/v1/insurers"),
                    "{\"licenceNo\":\"000199\",\"name\":\"试点财险\",\"areas\":[\"510100\"]}");
            assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
            insurer = registered.headers().firstValue("Location").orElseThrow();
            awaitPulled("试点财险");
            moveClock("2025-01-23T09:00+08:00");
            assertThat(operation("backup", backup.toString(), "--data", data.toString()))
                    .contains("backed up: " + backup);
            platform.kill();
        }

        FileSystemUtils.deleteRecursively(data.resolve("kafka"));
        try (var platform = started()) {
            assertThat(platform.output()).contains("the topics are rebuilt from the journals");
            var kept = get(settings.url(Port.GATEWAY).resolve(insurer));
            assertThat(kept.statusCode()).isEqualTo(200);
            assertThat(kept.body()).contains("试点财险");
            assertThat(get(settings.url(Port.ISSUER).resolve("/demo/clock")).body())
                    .contains("\"now\":\"2025-01-23T09:00:00+08:00\"", "\"unconsumed\":0");

            awaitPulled("试点财险");

            platform.terminate();

            assertThat(platform.exitCode()).isEqualTo(143);
            assertThat(platform.output()).contains("stopped");
        }
        assertThat(data.resolve("at-work")).doesNotExist();
        var elsewhere = temporary.resolve("elsewhere");
        var keys = data.resolve("personal-keys.json");
        assertThat(operation("restore", backup.toString(), "--data", elsewhere.toString(), "--keys", keys.toString()))
                .contains("restored as of");
        assertThat(elsewhere.resolve("personal-keys.json")).hasSameTextualContentAs(keys);
        assertThat(elsewhere.resolve("clock.json")).content().contains("2025-01-23T01:00:00Z");
    }

    /** What another process says that does something with the data. */
    private String operation(String... arguments) throws Exception {
        try (var process = ChildProcess.start(temporary, Map.of(), Main.class, arguments)) {
            assertThat(process.exitCode()).as(process.output()).isZero();
            return process.output();
        }
    }

    private ChildProcess started(String... more) throws IOException {
        var args = new String[more.length + 4];
        System.arraycopy(more, 0, args, 4, more.length);
        System.arraycopy(
                new String[] {
                    "--demo-clock",
                    "--no-demo",
                    "--data",
                    temporary.resolve("data").toString()
                },
                0,
                args,
                0,
                4);
        var environment = Map.of("FANGWEI_PORT_OFFSET", String.valueOf(settings.portOffset()));
        var platform = ChildProcess.start(temporary, environment, Main.class, args);
        await().atMost(A_START)
                .until(() -> !platform.isAlive() || platform.output().contains("Fangwei is ready in"));
        assertThat(platform.isAlive()).as(platform.output()).isTrue();
        return platform;
    }

    /** The city platform pulls it through the gateway, in this life of the topics as in the one before. */
    private void awaitPulled(String name) {
        var datasets = settings.url(Port.GATEWAY).resolve("/city/v1/datasets/");
        await().atMost(A_START).untilAsserted(() -> {
            var snapshot = get("cp.city", datasets.resolve("D-01/snapshot"));
            assertThat(snapshot.statusCode()).as(snapshot.body()).isEqualTo(200);
            assertThat(snapshot.body()).contains(name, "\"cursor\":");
        });
    }

    private void moveClock(String to) throws IOException, InterruptedException {
        var moved = post(
                settings.url(Port.ISSUER).resolve("/demo/clock"), "{\"moveTo\":\"%s\",\"hold\":true}".formatted(to));
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    }

    private HttpResponse<String> post(URI uri, String json) throws IOException, InterruptedException {
        return http.send(
                authorized("ad", uri)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "k-1")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return get("ad", uri);
    }

    private HttpResponse<String> get(String user, URI uri) throws IOException, InterruptedException {
        return http.send(authorized(user, uri).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder authorized(String user, URI uri) throws IOException, InterruptedException {
        var token = http.send(
                HttpRequest.newBuilder(settings.url(Port.ISSUER).resolve("/demo/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("user=" + user + "&password=demo"))
                        .build(),
                BodyHandlers.ofString());
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token.body());
    }
}
