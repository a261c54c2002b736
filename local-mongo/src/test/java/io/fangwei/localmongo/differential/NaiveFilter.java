package io.fangwei.localmongo.differential;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Whether a document meets a filter, said as plainly as possible. */
final class NaiveFilter {

    private static final Map<String, Predicate<BsonType>> TYPES = Map.of(
            "number", type -> NaiveValues.rank(new org.bson.BsonInt32(0)) == rankOf(type),
            "string", type -> type == BsonType.STRING,
            "array", type -> type == BsonType.ARRAY,
            "null", type -> type == BsonType.NULL,
            "object", type -> type == BsonType.DOCUMENT,
            "decimal", type -> type == BsonType.DECIMAL128,
            "date", type -> type == BsonType.DATE_TIME,
            "bool", type -> type == BsonType.BOOLEAN);

    private NaiveFilter() {}

    private static int rankOf(BsonType type) {
        return switch (type) {
            case INT32, INT64, DOUBLE, DECIMAL128 -> NaiveValues.rank(new org.bson.BsonInt32(0));
            default -> -1;
        };
    }

    static boolean matches(BsonDocument document, BsonDocument filter) {
        return filter.entrySet().stream().allMatch(demand -> matches(document, demand.getKey(), demand.getValue()));
    }

    private static boolean matches(BsonDocument document, String key, BsonValue demand) {
        return switch (key) {
            case "$and" -> demand.asArray().stream().allMatch(each -> matches(document, each.asDocument()));
            case "$or" -> demand.asArray().stream().anyMatch(each -> matches(document, each.asDocument()));
            case "$nor" -> demand.asArray().stream().noneMatch(each -> matches(document, each.asDocument()));
            default -> meets(document, key, demand);
        };
    }

    private static boolean meets(BsonDocument document, String path, BsonValue demand) {
        if (isOperators(demand)) {
            return demand.asDocument().entrySet().stream()
                    .allMatch(each -> meets(document, path, each.getKey(), each.getValue()));
        }
        return NaivePaths.looked(document, path).stream().anyMatch(value -> satisfies(value, "$eq", demand));
    }

    private static boolean isOperators(BsonValue demand) {
        return demand instanceof BsonDocument operators
                && !operators.isEmpty()
                && operators.getFirstKey().startsWith("$");
    }

    private static boolean meets(BsonDocument document, String path, String operator, BsonValue operand) {
        return switch (operator) {
            case "$ne" -> !meets(document, path, "$eq", operand);
            case "$nin" -> !meets(document, path, "$in", operand);
            case "$not" -> !meets(document, path, operand);
            case "$exists" ->
                operand.asBoolean().getValue()
                        == NaivePaths.looked(document, path).stream().anyMatch(value -> value != null);
            case "$all" ->
                !operand.asArray().isEmpty()
                        && operand.asArray().stream().allMatch(each -> meets(document, path, "$eq", each));
            case "$size" ->
                NaivePaths.ends(document, path).stream()
                        .anyMatch(end -> end instanceof BsonArray array
                                && array.size() == operand.asNumber().intValue());
            case "$elemMatch" ->
                NaivePaths.ends(document, path).stream()
                        .anyMatch(end -> end instanceof BsonArray array && hasElement(array, operand.asDocument()));
            default ->
                NaivePaths.looked(document, path).stream().anyMatch(value -> satisfies(value, operator, operand));
        };
    }

    private static boolean hasElement(BsonArray array, BsonDocument demands) {
        if (isOperators(demands)) {
            return array.stream()
                    .anyMatch(element -> demands.entrySet().stream()
                            .allMatch(demand -> satisfies(element, demand.getKey(), demand.getValue())));
        }
        return array.stream().anyMatch(element -> element.isDocument() && matches(element.asDocument(), demands));
    }

    /** Of one value, arrays as a whole; null is missing. */
    private static boolean satisfies(@Nullable BsonValue value, String operator, BsonValue operand) {
        if (operand.isRegularExpression()) {
            return value != null
                    && value.isString()
                    && found(operand, value.asString().getValue());
        }
        return switch (operator) {
            case "$eq" -> NaiveValues.areEqual(value, operand);
            case "$ne" -> !NaiveValues.areEqual(value, operand);
            case "$in" -> operand.asArray().stream().anyMatch(each -> satisfies(value, "$eq", each));
            case "$type" ->
                value != null && TYPES.get(operand.asString().getValue()).test(value.getBsonType());
            case "$mod" -> isRest(value, operand.asArray());
            default -> isOnTheSide(value, operator, operand);
        };
    }

    private static boolean isOnTheSide(@Nullable BsonValue value, String operator, BsonValue operand) {
        if (value == null || NaiveValues.rank(value) != NaiveValues.rank(operand)) {
            return false;
        }
        int compared = NaiveValues.compare(value, operand);
        return switch (operator) {
            case "$gt" -> compared > 0;
            case "$gte" -> compared >= 0;
            case "$lt" -> compared < 0;
            case "$lte" -> compared <= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static boolean isRest(@Nullable BsonValue value, BsonArray operand) {
        return value != null
                && value.isNumber()
                && NaiveValues.exact(value).longValue()
                                % operand.get(0).asNumber().longValue()
                        == operand.get(1).asNumber().longValue();
    }

    private static boolean found(BsonValue expression, String text) {
        return Pattern.compile(expression.asRegularExpression().getPattern())
                .matcher(text)
                .find();
    }
}
