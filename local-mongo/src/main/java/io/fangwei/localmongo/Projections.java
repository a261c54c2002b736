package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.matching.Filter;
import io.fangwei.localmongo.matching.Position;
import io.fangwei.localmongo.stages.Projection;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Refusals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Projections of a find: those of a pipeline, and what only a find knows. A {@code $slice} by itself leaves all other
 * fields in, the element of {@code $elemMatch} or {@code $} does not.
 */
final class Projections {

    private final Filter query;
    private final Map<String, Function<List<?>, @Nullable List<?>>> arrays = new LinkedHashMap<>();
    private final @Nullable Projection plain;
    private @Nullable String positional;

    Projections(Document specification, Scope scope, Filter query) {
        this.query = query;
        var others = new Document();
        boolean elements = false;
        for (Map.Entry<String, Object> field : specification.entrySet()) {
            var path = field.getKey();
            var value = field.getValue();
            if (path.endsWith(".$")) {
                refuseSecondPosition(path);
                positional = path.substring(0, path.length() - 2);
                others.put(positional, 1);
            } else if (value instanceof Document operator && isSlice(operator)) {
                arrays.put(path, slice(operator.get("$slice")));
            } else if (value instanceof Document operator && operator.containsKey("$elemMatch")) {
                arrays.put(path, element(operator.get("$elemMatch"), scope));
                elements = true;
            } else if (value instanceof Document operator && operator.containsKey("$meta")) {
                throw Refusals.notImplemented("this server knows no $meta");
            } else {
                others.put(path, value);
            }
        }
        plain = plain(others, elements, scope);
    }

    private void refuseSecondPosition(String path) {
        if (positional != null) {
            throw Refusals.location(31276, "Cannot specify more than one positional projection per query: " + path);
        }
    }

    private static boolean isSlice(Document operator) {
        return operator.get("$slice") instanceof Number
                || operator.get("$slice") instanceof List<?> window
                        && !window.isEmpty()
                        && window.get(0) instanceof Number;
    }

    /** Arrays of which a part is shown stay in, whatever else does. */
    private @Nullable Projection plain(Document others, boolean elements, Scope scope) {
        boolean includes = elements || others.values().stream().anyMatch(each -> !isOff(each));
        if (includes) {
            var withArrays = new Document(others);
            arrays.keySet().forEach(path -> withArrays.put(path, 1));
            return new Projection(withArrays, scope);
        }
        return others.isEmpty() ? null : new Projection(others, scope);
    }

    private static boolean isOff(@Nullable Object value) {
        return Boolean.FALSE.equals(value) || value instanceof Number number && Numbers.compare(number, 0) == 0;
    }

    Document project(Document document) {
        var projected = plain == null ? document : plain.of(document);
        if (positional != null) {
            projected = changed(projected, positional.split("\\."), 0, matchedElement(document));
        }
        for (Map.Entry<String, Function<List<?>, @Nullable List<?>>> array : arrays.entrySet()) {
            projected = changed(projected, array.getKey().split("\\."), 0, array.getValue());
        }
        return projected;
    }

    private Function<List<?>, @Nullable List<?>> matchedElement(Document document) {
        var position = new Position();
        query.matches(document, position);
        return elements -> {
            if (!position.isKnown() || position.index() >= elements.size()) {
                throw Refusals.location(
                        51246,
                        "Executor error during find command :: caused by :: positional operator '."
                                + "$' couldn't find a matching element in the array");
            }
            return elements.subList(position.index(), position.index() + 1);
        };
    }

    private static Document changed(
            Document document, String[] path, int depth, Function<List<?>, @Nullable List<?>> change) {
        var result = document.clone();
        var value = document.get(path[depth]);
        if (depth < path.length - 1) {
            if (value instanceof Document inner) {
                result.put(path[depth], changed(inner, path, depth + 1, change));
            }
        } else if (value instanceof List<?> elements) {
            var part = change.apply(elements);
            if (part == null) {
                result.remove(path[depth]);
            } else {
                result.put(path[depth], part);
            }
        }
        return result;
    }

    private static Function<List<?>, @Nullable List<?>> element(@Nullable Object operand, Scope scope) {
        if (!(operand instanceof Document wanted)) {
            throw Refusals.badValue("$elemMatch needs an Object");
        }
        var matches = Filter.ofElements(wanted, scope.order(), scope);
        return elements -> {
            for (Object each : elements) {
                if (matches.test(each)) {
                    var only = new ArrayList<Object>();
                    only.add(each);
                    return only;
                }
            }
            return null;
        };
    }

    private static Function<List<?>, @Nullable List<?>> slice(@Nullable Object slice) {
        if (slice instanceof List<?> window) {
            if (window.size() != 2 || !(window.get(1) instanceof Number most) || Numbers.toLong(most) <= 0) {
                throw Refusals.location(28724, "$slice takes [skip, limit] with a positive limit: " + slice);
            }
            return elements -> {
                long skip = Numbers.toLong((Number) window.get(0));
                long from = skip < 0 ? Math.max(0, elements.size() + skip) : Math.min(skip, elements.size());
                long to = Math.min(elements.size(), from + Numbers.toLong(most));
                return elements.subList((int) from, (int) to);
            };
        }
        long count = Numbers.toLong((Number) slice);
        return elements -> count < 0
                ? elements.subList((int) Math.max(0, elements.size() + count), elements.size())
                : elements.subList(0, (int) Math.min(count, elements.size()));
    }
}
