package io.fangwei.localmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.Conditions.Demand;
import io.fangwei.localmongo.matching.Filter;
import io.fangwei.localmongo.values.Types;
import io.fangwei.localmongo.values.ValueOrder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether every document that a query can match lies in a partial index: each part of its filter follows from the query. */
final class Implication {

    private final Conditions query;
    private final Document queried;

    Implication(Conditions query, Document queried) {
        this.query = query;
        this.queried = queried;
    }

    boolean implies(Document filter) {
        return filter.entrySet().stream().allMatch(this::implies);
    }

    private boolean implies(Map.Entry<String, Object> part) {
        if (part.getKey().equals("$and") && part.getValue() instanceof Collection<?> all) {
            return all.stream().allMatch(each -> implies((Document) each));
        } else if (part.getValue() instanceof Document operators && Conditions.isOperators(operators)) {
            return operators.entrySet().stream()
                    .allMatch(operator -> implies(part.getKey(), operator.getKey(), operator.getValue()));
        }
        return implies(part.getKey(), "$eq", part.getValue());
    }

    private boolean implies(String path, String operator, @Nullable Object operand) {
        return repeats(queried, path, operator, operand)
                || query.on(path).stream().anyMatch(demand -> follows(demand, operator, operand));
    }

    private static boolean repeats(Document query, String path, String operator, @Nullable Object operand) {
        if (query.get("$and") instanceof List<?> all
                && all.stream().anyMatch(each -> repeats((Document) each, path, operator, operand))) {
            return true;
        }
        var given = query.getOrMissing(path);
        if (given instanceof Document operators && Conditions.isOperators(operators)) {
            return operators.containsKey(operator) && ValueOrder.SIMPLE.same(operators.get(operator), operand);
        }
        return operator.equals("$eq") && !(given instanceof Missing) && ValueOrder.SIMPLE.same(given, operand);
    }

    private static boolean follows(Demand demand, String operator, @Nullable Object operand) {
        return switch (demand.operator()) {
            case "$eq" -> meets(demand.value(), operator, operand);
            case "$in" -> ((Collection<?>) demand.value()).stream().allMatch(value -> meets(value, operator, operand));
            case "$prefix" -> operator.equals("$exists") && Types.isTrue(operand);
            case "$exists" -> false;
            default -> followsFromBound(demand, operator, operand);
        };
    }

    private static boolean meets(@Nullable Object value, String operator, @Nullable Object operand) {
        return value != null
                && Filter.of(new Document("value", new Document(operator, operand)))
                        .matches(new Document("value", value));
    }

    private static boolean followsFromBound(Demand demand, String operator, @Nullable Object operand) {
        if (operator.equals("$exists")) {
            return Types.isTrue(operand);
        }
        boolean lower = demand.operator().startsWith("$gt");
        if (!Set.of("$gt", "$gte", "$lt", "$lte").contains(operator)
                || lower != operator.startsWith("$gt")
                || Types.rank(operand) != Types.rank(demand.value())) {
            return false;
        }
        int order = ValueOrder.SIMPLE.compare(demand.value(), operand);
        if (order == 0) {
            return operator.endsWith("e") || !demand.operator().endsWith("e");
        }
        return order > 0 == lower;
    }
}
