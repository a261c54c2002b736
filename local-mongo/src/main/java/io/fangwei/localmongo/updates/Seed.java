package io.fangwei.localmongo.updates;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an upsert knows of a new document from its query: the fields that have to equal a value. */
public final class Seed {

    private final Map<String, @Nullable Object> equalities = new LinkedHashMap<>();

    private Seed(Document query) {
        collect(query);
    }

    /** A document of these fields; of a replacement's query only the _id counts. */
    public static Document of(Document query, boolean replacement) {
        var seed = new Document();
        new Seed(query).equalities.forEach((path, value) -> {
            if (path.equals("_id") || !replacement) {
                put(seed, path, path.split("\\."), 0, value);
            }
        });
        return seed;
    }

    private void collect(Document query) {
        query.forEach((name, value) -> {
            if (name.equals("$and") && value instanceof List<?> all) {
                all.forEach(each -> collect((Document) each));
            } else if (name.equals("$or") && value instanceof List<?> one && one.size() == 1) {
                collect((Document) one.get(0));
            } else if (!name.startsWith("$")) {
                collect(name, value);
            }
        });
    }

    private void collect(String path, @Nullable Object value) {
        if (value instanceof BsonRegularExpression) {
            return;
        } else if (value instanceof Document document
                && !document.isEmpty()
                && document.keySet().iterator().next().startsWith("$")) {
            if (document.containsKey("$eq")) {
                add(path, document.get("$eq"));
            } else if (document.get("$all") instanceof List<?> one
                    && one.size() == 1
                    && !(one.get(0) instanceof Document)) {
                add(path, one.get(0));
            }
            return;
        }
        add(path, value);
    }

    private void add(String path, @Nullable Object value) {
        for (String other : equalities.keySet()) {
            if (other.equals(path)) {
                throw twice("cannot infer query fields to set, path '" + path + "' is matched twice");
            } else if (other.startsWith(path + ".") || path.startsWith(other + ".")) {
                throw twice(
                        "cannot infer query fields to set, both paths '" + path + "' and '" + other + "' are matched");
            }
        }
        equalities.put(path, value);
    }

    private static MongoServerError twice(String message) {
        return new MongoServerError(54, "NotSingleValueField", message);
    }

    private static void put(Document parent, String path, String[] steps, int depth, @Nullable Object value) {
        if (depth == steps.length - 1) {
            parent.put(steps[depth], value);
            return;
        }
        var inner = parent.get(steps[depth]) instanceof Document there ? there : new Document();
        parent.put(steps[depth], inner);
        put(inner, path, steps, depth + 1, value);
    }
}
