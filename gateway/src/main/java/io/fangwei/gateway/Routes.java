package io.fangwei.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.cloud.gateway.server.mvc.predicate.GatewayRequestPredicates.path;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * {@code /api/<service>/**} goes to that service as it is, {@code /city/v1/datasets/<dataset>/**} to the service that owns
 * the dataset; one that does not answer becomes a problem.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    private final Problems problems;

    Routes(Problems problems) {
        this.problems = problems;
    }

    @Bean
    RouterFunction<ServerResponse> toServices(GatewaySettings settings) {
        return settings.services().entrySet().stream()
                .map(service -> to(service.getKey(), service.getValue()))
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    @Bean
    RouterFunction<ServerResponse> toDatasets(GatewaySettings settings, Datasets datasets) {
        var list = route("datasets")
                .GET("/city/v1/datasets", datasets::list)
                .filter(orProblem("dataset"))
                .build();
        return settings.datasets().entrySet().stream()
                .map(dataset -> to(
                        dataset.getKey(),
                        dataset.getValue(),
                        Objects.requireNonNull(settings.services().get(dataset.getValue()), dataset.getValue())))
                .reduce(list, RouterFunction::and);
    }

    private RouterFunction<ServerResponse> to(String dataset, String name, GatewaySettings.Service owner) {
        return route(dataset)
                .route(path("/city/v1/datasets/" + dataset + "/**"), http())
                .filter(orProblem(name))
                .before(uri(owner.url()))
                .build();
    }

    private RouterFunction<ServerResponse> to(String name, GatewaySettings.Service service) {
        return route(name)
                .route(path("/api/" + name + "/**"), http())
                .filter(orProblem(name))
                .before(uri(service.url()))
                .build();
    }

    private HandlerFilterFunction<ServerResponse, ServerResponse> orProblem(String name) {
        return (request, next) -> {
            try {
                return next.handle(request);
            } catch (ResourceAccessException | IOException failed) {
                LOG.warn("{}-service did not answer: {}", name, failed.toString());
                var rule = isSilent(failed) ? EdgeRule.SERVICE_SILENT : EdgeRule.SERVICE_AWAY;
                var answer = problems.answer(rule, rule.status(), Language.of(request.servletRequest()));
                return ServerResponse.status(answer.getStatusCode())
                        .headers(headers -> headers.addAll(answer.getHeaders()))
                        .body(Objects.requireNonNull(answer.getBody()));
            }
        };
    }

    /** Connected and then heard nothing: the service may have done what it was asked. */
    private static boolean isSilent(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException)
                                || cause instanceof SocketTimeoutException timeout
                                        && !String.valueOf(timeout.getMessage()).contains("onnect"));
    }
}
