package io.fangwei.visit.messaging;

import io.fangwei.visit.items.ServiceItem;
import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;
import io.github.resilience4j.retry.annotation.Retry;
import io.github.resilience4j.timelimiter.annotation.TimeLimiter;
import jakarta.annotation.PreDestroy;
import java.net.http.HttpClient;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks team-service who may serve. No answer in time is an answer too: an empty one (D10). */
@Component
class EligibilityQuestion {

    private static final Logger LOG = LoggerFactory.getLogger(EligibilityQuestion.class);
    private static final int AT_ONCE = 16;

    private final RestClient team;
    private final ServiceAccountTokens tokens;
    private final ExecutorService asking = Executors.newFixedThreadPool(AT_ONCE, work -> {
        var thread = new Thread(work, "eligibility");
        thread.setDaemon(true);
        return thread;
    });

    EligibilityQuestion(RestClient.Builder http, TeamSettings settings) {
        var patience = settings.teamService().patience();
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(patience).build());
        requests.setReadTimeout(patience);
        this.tokens = new ServiceAccountTokens(settings, requests);
        this.team = http.baseUrl(settings.teamService().url())
                .requestFactory(requests)
                .requestInterceptor(tokens.interceptor())
                .build();
    }

    @Retry(name = "team-service", fallbackMethod = "unanswered")
    @CircuitBreaker(name = "team-service")
    @TimeLimiter(name = "team-service")
    CompletableFuture<List<EligibilityAnswer>> ask(UUID insurerId, ServiceItem item, LocalDate on, List<UUID> ids) {
        return CompletableFuture.supplyAsync(() -> answers(insurerId, item, on, ids), asking);
    }

    private List<EligibilityAnswer> answers(UUID insurerId, ServiceItem item, LocalDate on, List<UUID> ids) {
        var answers = team.get()
                .uri(uri -> uri.path("/api/team/v1/eligibility")
                        .queryParam("insurerId", insurerId)
                        .queryParam("item", item)
                        .queryParam("on", on)
                        .queryParam("professionalId", ids)
                        .build())
                .retrieve()
                .body(new ParameterizedTypeReference<List<EligibilityAnswer>>() {});
        return answers == null ? List.of() : answers;
    }

    @SuppressWarnings("unused") // called by Resilience4j
    private CompletableFuture<List<EligibilityAnswer>> unanswered(
            UUID insurerId, ServiceItem item, LocalDate on, List<UUID> ids, Throwable cause) {
        LOG.warn("team-service gave no answer on {} professionals: {}", ids.size(), cause.toString());
        return CompletableFuture.completedFuture(List.of());
    }

    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        asking.execute(() -> {
            try {
                tokens.prepare();
            } catch (RuntimeException later) {
                LOG.info("No token for team-service yet: {}", later.toString());
            }
        });
    }

    @PreDestroy
    void close() {
        asking.shutdownNow();
    }
}
