package io.fangwei.launcher.roles;

import io.fangwei.launcher.story.Answer;
import io.fangwei.launcher.story.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an endpoint is tried: {@code roles/requests.json}.
 *
 * @param at which instance each variable of the path stands for, where that is not the variable's own name
 * @param csv a file that is handed in instead of a body
 * @param item of which a list is looked through for one
 */
record Request(
        @Nullable Map<String, String> at,
        @Nullable String query,
        @Nullable JsonNode body,
        @Nullable String csv,
        @Nullable String item) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z@]+)}");
    private static final int PAGE = 200;

    static Map<String, Request> readAll() {
        try (var json = Objects.requireNonNull(Request.class.getResourceAsStream("/roles/requests.json"))) {
            return JSON.readTree(json).properties().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> JSON.treeToValue(entry.getValue(), Request.class)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the endpoint answers whoever brings the token and names these instances. */
    String verdict(Api api, String endpoint, @Nullable String token, Instances named) {
        var method = endpoint.substring(0, endpoint.indexOf(' '));
        var path = fill(path(endpoint), named) + (query == null ? "" : "?" + fill(query, named));
        return switch (method) {
            case "GET" -> item == null ? Verdict.of(api.get(token, path)) : ofList(api, token, path, named.id(item));
            case "POST" ->
                Verdict.of(
                        csv == null
                                ? api.post(token, path, body(named))
                                : api.postFile(token, path, "text/csv", fill(csv, named)));
            case "PUT" -> Verdict.of(api.put(token, path, body(named), "\"1\""));
            default -> throw new IllegalArgumentException(endpoint);
        };
    }

    private static String ofList(Api api, @Nullable String token, String path, String wanted) {
        var after = Optional.<String>empty();
        do {
            var page = api.get(
                    token,
                    path + "?limit=" + PAGE
                            + after.map(last -> "&after=" + last).orElse(""));
            if (page.status() != 200) {
                return Verdict.of(page);
            }
            if (page.items("/items").anyMatch(one -> one.get("id").asString().equals(wanted))) {
                return Verdict.ALLOWED;
            }
            after = next(page);
        } while (after.isPresent());
        return Verdict.EMPTY;
    }

    private static Optional<String> next(Answer page) {
        return Optional.of(page.body().at("/next")).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private String path(String endpoint) {
        var path = endpoint.substring(endpoint.indexOf(' ') + 1);
        return at == null
                ? path
                : at.entrySet().stream()
                        .reduce(
                                path,
                                (before, one) -> before.replace("{" + one.getKey() + "}", one.getValue()),
                                String::concat);
    }

    private String body(Instances named) {
        return body == null ? "" : fill(body.toString(), named);
    }

    private static String fill(String text, Instances named) {
        return NAME.matcher(text).replaceAll((MatchResult found) -> named.id(found.group(1)));
    }
}
