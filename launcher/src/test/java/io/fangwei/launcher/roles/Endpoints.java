package io.fangwei.launcher.roles;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the running applications offer, read from themselves. */
final class Endpoints {

    /**
     * Health is for everybody; login, tokens and clock belong to the demonstration; operations ask for a secret of the data
     * folder instead of a role.
     */
    private static final Set<String> NOT_BUSINESS = Set.of("/health", "/login", "/demo/", "/operations/");

    private Endpoints() {}

    static Set<String> of(Collection<ApplicationContext> applications) {
        return applications.stream()
                .flatMap(
                        application -> application.getBeansOfType(RequestMappingHandlerMapping.class).values().stream())
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(one -> !ErrorController.class.isAssignableFrom(handler(one)))
                .flatMap(one -> endpoints(one.getKey()))
                .filter(Endpoints::isBusiness)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Class<?> handler(Map.Entry<RequestMappingInfo, HandlerMethod> one) {
        return one.getValue().getBeanType();
    }

    private static Stream<String> endpoints(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        var names = methods.isEmpty()
                ? List.of("ANY")
                : methods.stream().map(Enum::name).toList();
        return names.stream()
                .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path));
    }

    private static boolean isBusiness(String endpoint) {
        var path = endpoint.substring(endpoint.indexOf(' ') + 1);
        return NOT_BUSINESS.stream().noneMatch(path::startsWith);
    }
}
