package io.fangwei.launcher;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Looks at the one health page until all services are up. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MS = 100;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final HttpRequest health;

    Readiness(Settings settings) {
        health = HttpRequest.newBuilder(settings.url(Port.GATEWAY).resolve("/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
    }

    void await() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try {
            var answer = look();
            while (answer.statusCode() != 200) {
                if (System.nanoTime() > end) {
                    throw new StartRefused("Not all services became healthy: " + answer.body());
                }
                Thread.sleep(PAUSE_MS);
                answer = look();
            }
        } catch (IOException failed) {
            throw new StartRefused("The gateway does not answer: " + failed, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The start was interrupted.");
        }
    }

    private HttpResponse<String> look() throws IOException, InterruptedException {
        return http.send(health, BodyHandlers.ofString());
    }
}
