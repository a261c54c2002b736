package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
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

    private final Map<String, List<Demand>> byPath = new HashMap<>();
    private final List<List<Document>> alternatives = new ArrayList<>();
    private int demands;
    private boolean complete = true;

    Conditions(Document query) {
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
        if (isScalar(value)) {
            add(path, "$eq", value);
        } else if (value instanceof Document operators && Filters.isOperators(operators)) {
            operators.forEach((operator, operand) -> addOperator(path, operator, operand));
        } else {
            complete = false;
        }
    }

    private void addOperator(String path, String operator, @Nullable Object operand) {
        if (operator.equals("$eq") && isScalar(operand)) {
            add(path, operator, operand);
        } else if (operator.equals("$in")
                && operand instanceof Collection<?> values
                && values.stream().allMatch(Conditions::isScalar)) {
            add(path, operator, operand);
        } else if (BOUNDS.contains(operator) && isBound(operand)) {
            add(path, operator, operand);
        } else if (operator.equals("$exists") && Boolean.TRUE.equals(operand)) {
            add(path, operator, operand);
            complete = false;
        } else {
            complete = false;
        }
    }

    private void add(String path, String operator, @Nullable Object value) {
        byPath.computeIfAbsent(path, key -> new ArrayList<>(1)).add(new Demand(operator, value));
        demands++;
    }

    private static boolean isBound(@Nullable Object value) {
        return value != null && isScalar(value) && !(value instanceof MinKey) && !(value instanceof MaxKey);
    }

    private static boolean isScalar(@Nullable Object value) {
        return !(value instanceof Document || value instanceof Collection || value instanceof BsonRegularExpression);
    }
}
