package io.fangwei.localmongo.stages;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.expressions.Expression;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.values.Refusals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tree of fields: what a projection names, or what is computed for them. */
final class Fields {

    private final Map<String, Fields> children = new LinkedHashMap<>();
    private boolean named;
    private @Nullable Expression computed;

    void name(String path) {
        leaf(path).named = true;
    }

    void compute(String path, Expression expression) {
        leaf(path).computed = expression;
    }

    private Fields leaf(String path) {
        if (path.isEmpty()) {
            throw Refusals.location(40352, "FieldPath cannot be constructed with empty string");
        }
        var at = this;
        for (String step : path.split("\\.", -1)) {
            if (step.isEmpty()) {
                throw Refusals.location(
                        path.endsWith(".") ? 40353 : 15998, "FieldPath field names may not be empty strings.");
            } else if (step.startsWith("$")) {
                throw Refusals.location(
                        16410, "FieldPath field names may not start with '$'. Consider using $getField or $setField.");
            } else if (at.named || at.computed != null) {
                throw Refusals.location(31250, "Path collision at " + path);
            }
            at = at.children.computeIfAbsent(step, name -> new Fields());
        }
        if (at.named || at.computed != null || !at.children.isEmpty()) {
            throw Refusals.location(31250, "Path collision at " + path);
        }
        return at;
    }

    /** A name or path that a client has given as text, which unlike the name of a field may contain anything. */
    static String checked(String path) {
        if (path.indexOf('\0') >= 0) {
            throw Refusals.location(16411, "FieldPath field names may not contain null bytes");
        }
        return path;
    }

    boolean isEmpty() {
        return children.isEmpty();
    }

    boolean has(String name) {
        return children.containsKey(name);
    }

    /** Only the fields that are named, in their own order. */
    Document including(Document document) {
        var result = new Document();
        document.forEach((name, value) -> {
            var child = children.get(name);
            if (child != null && child.named) {
                result.put(name, value);
            } else if (child != null && child.computed == null) {
                var inner = child.includingIn(value);
                if (!(inner instanceof Missing)) {
                    result.put(name, inner);
                }
            }
        });
        return result;
    }

    private @Nullable Object includingIn(@Nullable Object value) {
        if (value instanceof Document document) {
            return including(document);
        } else if (value instanceof List<?> elements) {
            var result = new ArrayList<@Nullable Object>();
            for (Object element : elements) {
                var inner = includingIn(element);
                if (!(inner instanceof Missing)) {
                    result.add(inner);
                }
            }
            return result;
        }
        return Missing.getInstance();
    }

    /** All but the fields that are named. */
    Document excluding(Document document) {
        var result = new Document();
        document.forEach((name, value) -> {
            var child = children.get(name);
            if (child == null) {
                result.put(name, value);
            } else if (!child.named) {
                result.put(name, child.excludingIn(value));
            }
        });
        return result;
    }

    private @Nullable Object excludingIn(@Nullable Object value) {
        if (value instanceof Document document) {
            return excluding(document);
        } else if (value instanceof List<?> elements) {
            var result = new ArrayList<@Nullable Object>();
            elements.forEach(element -> result.add(excludingIn(element)));
            return result;
        }
        return value;
    }

    /** Puts what is computed into a document. */
    void computeInto(Document target, Scope scope) {
        children.forEach((name, child) -> {
            if (child.named) {
                return;
            }
            var value = child.computedFor(target.getOrMissing(name), scope);
            if (value instanceof Missing) {
                target.remove(name);
            } else {
                target.put(name, value);
            }
        });
    }

    private @Nullable Object computedFor(@Nullable Object before, Scope scope) {
        if (computed != null) {
            return computed.evaluate(scope);
        }
        if (!computesAnything()) {
            return before;
        }
        if (before instanceof List<?> elements) {
            var result = new ArrayList<@Nullable Object>();
            elements.forEach(element -> result.add(computedFor(element, scope)));
            return result;
        }
        var result = before instanceof Document document ? document.clone() : new Document();
        computeInto(result, scope);
        return result;
    }

    private boolean computesAnything() {
        return computed != null || children.values().stream().anyMatch(Fields::computesAnything);
    }
}
