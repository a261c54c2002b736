package io.fangwei.launcher;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Waits until all services hear their topics and the one health page says that they are up. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MS = 50;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final HttpRequest health;

    private final List<? extends ApplicationContext> services;

    Readiness(Settings settings, List<? extends ApplicationContext> services) {
        this.services = services;
        health = HttpRequest.newBuilder(settings.url(Port.GATEWAY).resolve("/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
    }

    void await() {
        try {
            awaitThat(this::allHear, () -> "Not all services hear their topics.");
            var answer = new AtomicReference<>("");
            awaitThat(() -> isUp(answer), () -> "Not all services became healthy: " + answer.get());
        } catch (IOException failed) {
            throw new StartRefused("The gateway does not answer: " + failed, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The start was interrupted.", stopped);
        }
    }

    private boolean allHear() {
        return services.stream()
                .map(service -> service.getBean(KafkaListenerEndpointRegistry.class))
                .flatMap(listeners -> listeners.getListenerContainers().stream())
                .filter(MessageListenerContainer::isAutoStartup)
                .map(MessageListenerContainer::getAssignedPartitions)
                .noneMatch(assigned -> assigned == null || assigned.isEmpty());
    }

    private boolean isUp(AtomicReference<String> said) throws IOException, InterruptedException {
        var answer = http.send(health, BodyHandlers.ofString());
        said.set(answer.body());
        return answer.statusCode() == 200;
    }

    /** A condition that may need to ask somebody. */
    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private static void awaitThat(Condition condition, Supplier<String> otherwise)
            throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new StartRefused(otherwise.get());
            }
            Thread.sleep(PAUSE_MS);
        }
    }
}
