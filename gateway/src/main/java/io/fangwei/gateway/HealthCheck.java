package io.fangwei.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks all services at once how they are, and waits no longer for the slowest than for any. */
@Component
class HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(HealthCheck.class);

    private final HttpClient http;
    private final Duration patience;
    private final GatewaySettings settings;

    HealthCheck(GatewaySettings settings) {
        this.settings = settings;
        patience = settings.patienceForHealth();
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    Health now() {
        var asked = settings.services().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(service -> ask(service.getKey(), service.getValue().url()))
                .toList();
        return new Health(asked.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<Health.OfService> ask(String name, URI url) {
        var request = HttpRequest.newBuilder(url.resolve("/actuator/health"))
                .timeout(patience)
                .build();
        return http.sendAsync(request, BodyHandlers.discarding())
                .thenApply(answer -> answer.statusCode() == 200 ? Health.Status.UP : Health.Status.DOWN)
                .exceptionally(failed -> unreachable(name, failed))
                .thenApply(status -> new Health.OfService(name + "-service", status));
    }

    private static Health.Status unreachable(String name, Throwable failed) {
        var cause = failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
        if (!(cause instanceof IOException)) {
            throw new CompletionException(cause);
        }
        LOG.debug("{}-service says nothing about its health: {}", name, cause.toString());
        return Health.Status.UNREACHABLE;
    }
}
