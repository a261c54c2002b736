package io.fangwei.localmongo.values;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order that a sort asks for. An array counts with its smallest element going up, with its largest going down. */
public final class SortOrder {

    private static final int MOST_FIELDS = 32;

    private SortOrder() {}

    private record Field(String[] steps, boolean ascending) {}

    /** Of documents, by their fields. */
    public static Comparator<Document> of(Document sort, ValueOrder order) {
        check(sort);
        var fields = sort.entrySet().stream()
                .map(field -> new Field(field.getKey().split("\\."), ((Number) field.getValue()).doubleValue() > 0))
                .toList();
        return (left, right) -> {
            for (Field field : fields) {
                int comparison = order.compare(key(left, field, order), key(right, field, order));
                if (comparison != 0) {
                    return field.ascending() ? comparison : -comparison;
                }
            }
            return 0;
        };
    }

    /** Of the elements of an array: by themselves, or by fields they have. */
    public static Comparator<@Nullable Object> ofValues(@Nullable Object by, ValueOrder order) {
        if (by instanceof Document sort) {
            var fields = of(sort, order);
            return (left, right) -> fields.compare(asDocument(left), asDocument(right));
        }
        return direction("$sort", by) > 0 ? order : order.reversed();
    }

    private static Document asDocument(@Nullable Object value) {
        return value instanceof Document document ? document : new Document();
    }

    /** Refuses what is no sort. */
    public static void check(Document sort) {
        if (sort.size() > MOST_FIELDS) {
            throw Refusals.badValue("too many fields in a sort: at most " + MOST_FIELDS);
        }
        sort.forEach((path, direction) -> {
            checkPath(path);
            direction(path, direction);
        });
    }

    private static void checkPath(String path) {
        if (path.isEmpty()) {
            throw Refusals.location(40352, "FieldPath cannot be constructed with empty string");
        } else if (path.endsWith(".")) {
            throw Refusals.location(40353, "FieldPath must not end with a '.'.");
        } else if (path.startsWith(".") || path.contains("..")) {
            throw Refusals.location(15998, "FieldPath field names may not be empty strings.");
        } else if (path.startsWith("$") && !path.equals("$natural")) {
            throw Refusals.location(16410, "FieldPath field names may not start with '$'. Consider using $getField.");
        }
    }

    private static int direction(String path, @Nullable Object direction) {
        if (direction instanceof Document meta && meta.containsKey("$meta")) {
            throw Refusals.notImplemented("this server cannot sort by {$meta: " + meta.get("$meta") + "}");
        }
        if (!(direction instanceof Number number)) {
            throw Refusals.location(15974, "Illegal key in $sort specification: " + path + ": " + direction);
        }
        if (!Numbers.isIntegral(number) || Math.abs(Numbers.toLong(number)) != 1) {
            throw Refusals.location(15975, "$sort key ordering must be 1 (for ascending) or -1 (for descending)");
        }
        return (int) Numbers.toLong(number);
    }

    private static @Nullable Object key(Document document, Field field, ValueOrder order) {
        var values = new ArrayList<@Nullable Object>(1);
        collect(document, field.steps(), 0, values);
        if (values.size() == 1) {
            return values.get(0);
        }
        Object best = null;
        boolean first = true;
        for (Object value : values) {
            int comparison = first ? 0 : order.compare(value, best);
            if (first || (field.ascending() ? comparison < 0 : comparison > 0)) {
                best = value;
                first = false;
            }
        }
        return best;
    }

    /** Nothing counts as null, an empty array as less than that. */
    private static void collect(@Nullable Object at, String[] steps, int depth, List<@Nullable Object> values) {
        if (at instanceof List<?> elements) {
            collectElements(elements, steps, depth, values);
        } else if (depth == steps.length) {
            values.add(at instanceof Missing ? null : at);
        } else if (at instanceof Document document) {
            collect(document.getOrMissing(steps[depth]), steps, depth + 1, values);
        } else {
            values.add(null);
        }
    }

    private static void collectElements(List<?> elements, String[] steps, int depth, List<@Nullable Object> values) {
        if (elements.isEmpty()) {
            values.add(depth == steps.length ? Missing.getInstance() : null);
            return;
        }
        int place = depth < steps.length ? Steps.place(steps[depth]) : -1;
        if (place >= 0 && place < elements.size()) {
            collect(elements.get(place), steps, depth + 1, values);
        } else if (depth == steps.length) {
            values.addAll(elements);
        } else {
            elements.forEach(element ->
                    collect(element instanceof Document ? element : Missing.getInstance(), steps, depth, values));
        }
    }

    /** The paths of a sort and whether they go up. */
    public static Map<String, Boolean> directions(Document sort) {
        check(sort);
        var directions = new LinkedHashMap<String, Boolean>();
        sort.forEach((path, direction) -> directions.put(path, ((Number) direction).doubleValue() > 0));
        return directions;
    }
}
