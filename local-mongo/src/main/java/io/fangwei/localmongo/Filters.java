package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Filters in a form that the library's matcher understands as MongoDB does: several operators on one field are demands
 * of their own, so that {@code {a: {$gt: 5, $lt: 9}}} matches {@code [3, 20]}.
 */
final class Filters {

    private static final Set<String> SEPARABLE = Set.of(
            "$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$in", "$nin", "$exists", "$size", "$all", "$type", "$mod",
            "$not");

    private Filters() {}

    static Document separated(Document filter) {
        var demands = new ArrayList<Document>();
        boolean changed = false;
        for (Map.Entry<String, Object> entry : filter.entrySet()) {
            int before = demands.size();
            changed |= separate(entry.getKey(), entry.getValue(), demands);
            changed |= demands.size() - before > 1;
        }
        if (!changed) {
            return filter;
        }
        return demands.size() == 1 ? demands.get(0) : new Document("$and", demands);
    }

    /** True if something has another form now. */
    private static boolean separate(String path, @Nullable Object value, List<Document> demands) {
        if (path.startsWith("$") && value instanceof Collection<?> branches) {
            var separated = branches.stream()
                    .map(branch -> branch instanceof Document document ? separated(document) : branch)
                    .toList();
            demands.add(new Document(path, separated));
            return true;
        }
        if (!(value instanceof Document operators) || !isOperators(operators)) {
            demands.add(new Document(path, value));
            return false;
        }
        return separateOperators(path, operators, demands);
    }

    private static boolean separateOperators(String path, Document operators, List<Document> demands) {
        boolean changed = false;
        var together = new Document();
        for (Map.Entry<String, Object> operator : operators.entrySet()) {
            if (operator.getKey().equals("$not") && operator.getValue() instanceof Document inner && inner.size() > 1) {
                demands.add(new Document("$nor", List.of(separated(new Document(path, inner)))));
                changed = true;
            } else if (SEPARABLE.contains(operator.getKey())) {
                demands.add(new Document(path, new Document(operator.getKey(), operator.getValue())));
            } else {
                together.put(operator.getKey(), operator.getValue());
            }
        }
        if (!together.isEmpty()) {
            demands.add(new Document(path, together));
        }
        return changed;
    }

    static boolean isOperators(Document document) {
        return !document.isEmpty() && document.keySet().iterator().next().startsWith("$");
    }

    /** The demands of a separated filter that all have to be met. */
    static List<Map.Entry<String, Object>> demands(Document filter) {
        var demands = new ArrayList<Map.Entry<String, Object>>();
        for (Map.Entry<String, Object> entry : filter.entrySet()) {
            if (entry.getKey().equals("$and") && entry.getValue() instanceof Collection<?> all) {
                all.forEach(each -> demands.addAll(demands((Document) each)));
            } else {
                demands.add(entry);
            }
        }
        return demands;
    }
}
