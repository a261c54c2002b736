package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import io.fangwei.localmongo.values.Steps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a query demands of single fields, as far as an ordered index can serve it. */
final class Conditions {

    private static final Set<String> BOUNDS = Set.of("$gt", "$gte", "$lt", "$lte");

    /** One demand on a field: the operator and what it compares with. */
    record Demand(String operator, @Nullable Object value) {}

    private static final String PREFIX = "$prefix";

    private final Map<String, List<Demand>> byPath = new HashMap<>();
    private final List<List<Document>> alternatives = new ArrayList<>();
    private final boolean collated;
    private int demands;
    private boolean complete = true;

    /** @param collated text is not compared by code points, so that no index can find it */
    Conditions(Document query, boolean collated) {
        this.collated = collated;
        add(query);
    }

    /** Whether the demands are all that the query says. */
    boolean areComplete() {
        return complete;
    }

    int count() {
        return demands;
    }

    List<Demand> on(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    /** The branches of each $or. */
    List<List<Document>> alternatives() {
        return alternatives;
    }

    /** The values of which the field must have one; null if the query does not list them. */
    @Nullable
    List<@Nullable Object> valuesOf(String path) {
        for (Demand demand : on(path)) {
            if (demand.operator().equals("$eq")) {
                return Collections.singletonList(demand.value());
            } else if (demand.operator().equals("$in")) {
                return new ArrayList<>((Collection<?>) demand.value());
            }
        }
        return null;
    }

    boolean fixes(String path) {
        var values = valuesOf(path);
        return values != null && values.size() == 1;
    }

    @Nullable
    Demand bound(String path, String inclusive, String exclusive) {
        for (Demand demand : on(path)) {
            if (demand.operator().equals(inclusive) || demand.operator().equals(exclusive)) {
                return demand;
            }
        }
        return null;
    }

    /** What text in the field has to begin with; null if the query does not say. */
    @Nullable
    String prefix(String path) {
        for (Demand demand : on(path)) {
            if (demand.operator().equals(PREFIX)) {
                return (String) demand.value();
            }
        }
        return null;
    }

    boolean demandExistence(String path) {
        return on(path).stream().anyMatch(demand -> demand.operator().equals("$exists"));
    }

    private void add(Document query) {
        query.forEach((path, value) -> {
            if (path.equals("$and") && value instanceof Collection<?> all) {
                all.forEach(each -> add((Document) each));
            } else if (path.equals("$or") && value instanceof Collection<?> any) {
                alternatives.add(any.stream().map(Document.class::cast).toList());
                complete = false;
            } else if (path.startsWith("$")) {
                complete = false;
            } else {
                addField(path, value);
            }
        });
    }

    private void addField(String path, @Nullable Object value) {
        if (isServable(value)) {
            add(path, "$eq", value);
        } else if (value instanceof BsonRegularExpression regex) {
            addPrefix(path, regex.getPattern(), regex.getOptions());
        } else if (value instanceof Document operators && isOperators(operators)) {
            operators.forEach((operator, operand) -> addOperator(path, operator, operand, operators));
        } else {
            complete = false;
        }
    }

    static boolean isOperators(Document document) {
        return !document.isEmpty() && document.keySet().iterator().next().startsWith("$");
    }

    private void addOperator(String path, String operator, @Nullable Object operand, Document operators) {
        if (operator.equals("$eq") && isServable(operand)) {
            add(path, operator, operand);
        } else if (operator.equals("$in")
                && operand instanceof Collection<?> values
                && values.stream().allMatch(this::isServable)) {
            add(path, operator, operand);
        } else if (BOUNDS.contains(operator) && isBound(operand)) {
            add(path, operator, operand);
        } else {
            complete = false;
            addLoosely(path, operator, operand, operators);
        }
    }

    /** What follows from an operator without being all that it says. */
    private void addLoosely(String path, String operator, @Nullable Object operand, Document operators) {
        if (operator.equals("$exists") && Boolean.TRUE.equals(operand)) {
            add(path, operator, operand);
        } else if (operator.equals("$regex")) {
            var regex = operand instanceof BsonRegularExpression own ? own : null;
            var options = operators.getOrDefault("$options", regex == null ? "" : regex.getOptions());
            addPrefix(path, regex == null ? String.valueOf(operand) : regex.getPattern(), String.valueOf(options));
        } else if (operator.equals("$elemMatch") && operand instanceof Document elements) {
            addElements(path, elements);
        } else if (operator.equals("$all") && operand instanceof Collection<?> all) {
            all.stream().filter(this::isServable).limit(1).forEach(value -> add(path, "$eq", value));
        }
    }

    private void addElements(String path, Document elements) {
        if (isOperators(elements)) {
            elements.forEach((operator, operand) -> {
                if (!operator.equals("$not") && !operator.equals("$and") && !operator.equals("$or")) {
                    addOperator(path, operator, operand, elements);
                }
            });
        } else {
            elements.forEach((name, value) -> {
                if (!name.startsWith("$") && Steps.place(name.split("\\.", 2)[0]) < 0) {
                    addField(path + "." + name, value);
                }
            });
        }
        complete = false;
    }

    private void addPrefix(String path, String pattern, String options) {
        complete = false;
        var prefix = collated ? "" : Prefixes.of(pattern, options);
        if (!prefix.isEmpty()) {
            add(path, PREFIX, prefix);
        }
    }

    private void add(String path, String operator, @Nullable Object value) {
        byPath.computeIfAbsent(path, key -> new ArrayList<>(1)).add(new Demand(operator, value));
        demands++;
    }

    private boolean isBound(@Nullable Object value) {
        return value != null && isServable(value) && !(value instanceof MinKey) && !(value instanceof MaxKey);
    }

    private boolean isServable(@Nullable Object value) {
        return !(value instanceof Document || value instanceof Collection || value instanceof BsonRegularExpression)
                && !(collated && value instanceof String);
    }
}
