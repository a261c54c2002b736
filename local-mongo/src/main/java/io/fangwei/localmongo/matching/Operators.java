package io.fangwei.localmongo.matching;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import io.fangwei.localmongo.values.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The operators that a query may demand of one field. */
final class Operators {

    private final FilterReader reader;
    private final ValueOrder order;

    Operators(FilterReader reader, ValueOrder order) {
        this.reader = reader;
        this.order = order;
    }

    Condition read(Access access, String name, Document operators) {
        var conditions = new ArrayList<Condition>(operators.size());
        operators.forEach((operator, operand) -> {
            if (!operator.equals("$options") || !operators.containsKey("$regex")) {
                conditions.add(read(access, name, operator, operand, operators));
            }
        });
        return Condition.all(conditions);
    }

    private Condition read(Access access, String name, String operator, @Nullable Object operand, Document operators) {
        return switch (operator) {
            case "$eq" -> equal(access, operand);
            case "$ne" -> Condition.not(equal(access, notRegex(name, operand)));
            case "$gt" -> compared(access, name, operand, comparison -> comparison > 0, MinKey.class);
            case "$gte" -> compared(access, name, operand, comparison -> comparison >= 0, MinKey.class);
            case "$lt" -> compared(access, name, operand, comparison -> comparison < 0, MaxKey.class);
            case "$lte" -> compared(access, name, operand, comparison -> comparison <= 0, MaxKey.class);
            case "$in" -> in(access, operator, operand);
            case "$nin" -> Condition.not(in(access, operator, operand));
            case "$not" -> not(access, name, operand);
            case "$exists" -> exists(access, Types.isTrue(operand));
            case "$type" -> on(access, true, Tests.type(operand));
            case "$size" -> on(access, false, Tests.size(operand));
            case "$mod" -> on(access, true, Tests.remainder(operand));
            case "$all" -> all(access, name, operand);
            case "$elemMatch" -> elements(access, name, operand);
            case "$regex" -> on(access, true, Tests.regex(operand, operators.get("$options")));
            case "$options" -> throw Refusals.badValue("$options needs a $regex");
            case "$bitsAllSet", "$bitsAllClear", "$bitsAnySet", "$bitsAnyClear" ->
                on(access, true, Tests.bits(operator, operand));
            default -> throw unknown(operator);
        };
    }

    private static MongoServerError unknown(String operator) {
        return switch (operator) {
            case "$near", "$nearSphere" ->
                new MongoServerError(291, "NoQueryExecutionPlans", "unable to find index for $geoNear query");
            case "$geoWithin", "$geoIntersects", "$within" ->
                Refusals.notImplemented("this server knows no " + operator);
            default -> Refusals.badValue("unknown operator: " + operator);
        };
    }

    private static Condition on(Access access, boolean intoArrays, Predicate<@Nullable Object> test) {
        return (target, position) -> access.any(target, intoArrays, test, position);
    }

    Condition equal(Access access, @Nullable Object wanted) {
        return on(access, true, equal(wanted));
    }

    private Predicate<@Nullable Object> equal(@Nullable Object wanted) {
        if (wanted == null) {
            return Types::isNothing;
        } else if (wanted instanceof BsonRegularExpression regex) {
            return Tests.regex(regex, null);
        }
        return value -> order.same(value, wanted);
    }

    private static @Nullable Object notRegex(String name, @Nullable Object operand) {
        if (operand instanceof BsonRegularExpression) {
            throw Refusals.badValue("Can't have regex as arg to $ne.");
        }
        return operand;
    }

    private Condition compared(
            Access access, String name, @Nullable Object bound, IntPredicate wanted, Class<?> boundOfAll) {
        if (bound instanceof BsonRegularExpression) {
            throw Refusals.badValue("Can't have RegEx as arg to predicate over field '" + name + "'.");
        }
        if (bound instanceof String && order.collation() != null) {
            order.collation().refuseToOrder();
        }
        boolean orEqual = wanted.test(0);
        return on(access, true, value -> {
            if (Types.isNothing(value) && bound == null) {
                return orEqual;
            } else if (Types.rank(value) != Types.rank(bound)) {
                return boundOfAll.isInstance(bound);
            } else if (isNaN(value) != isNaN(bound)) {
                return false;
            }
            return wanted.test(order.compare(value, bound));
        });
    }

    private static boolean isNaN(@Nullable Object value) {
        return value instanceof Number number && !Numbers.isWhole(number) && Double.isNaN(number.doubleValue());
    }

    private Condition in(Access access, String operator, @Nullable Object operand) {
        if (!(operand instanceof List<?> wanted)) {
            throw Refusals.badValue(operator + " needs an array");
        }
        var tests = new ArrayList<Predicate<@Nullable Object>>(wanted.size());
        for (Object each : wanted) {
            if (each instanceof Document document && FilterReader.isOperators(document)) {
                throw Refusals.badValue("cannot nest $ under " + operator);
            }
            tests.add(equal(each));
        }
        return on(access, true, value -> {
            for (Predicate<@Nullable Object> test : tests) {
                if (test.test(value)) {
                    return true;
                }
            }
            return false;
        });
    }

    private Condition not(Access access, String name, @Nullable Object operand) {
        if (operand instanceof BsonRegularExpression regex) {
            return Condition.not(equal(access, regex));
        } else if (!(operand instanceof Document operators)) {
            throw Refusals.badValue("$not needs a regex or a document");
        } else if (operators.isEmpty()) {
            throw Refusals.badValue("$not cannot be empty");
        } else {
            return Condition.not(read(access, name, operators));
        }
    }

    private static Condition exists(Access access, boolean wanted) {
        var exists = on(access, false, value -> !(value instanceof Missing));
        return wanted ? exists : Condition.not(exists);
    }

    private Condition all(Access access, String name, @Nullable Object operand) {
        if (!(operand instanceof List<?> wanted)) {
            throw Refusals.badValue("$all needs an array");
        }
        if (wanted.isEmpty()) {
            return (target, position) -> false;
        }
        var conditions = new ArrayList<Condition>(wanted.size());
        for (Object each : wanted) {
            if (each instanceof Document document && document.containsKey("$elemMatch")) {
                conditions.add(elements(access, name, document.get("$elemMatch")));
            } else if (each instanceof Document document && FilterReader.isOperators(document)) {
                throw Refusals.badValue("no $ expressions in $all");
            } else {
                conditions.add(equal(access, each));
            }
        }
        return Condition.all(conditions);
    }

    private Condition elements(Access access, String name, @Nullable Object operand) {
        if (!(operand instanceof Document wanted)) {
            throw Refusals.badValue("$elemMatch needs an Object");
        }
        boolean themselves = FilterReader.isOfElements(wanted);
        var condition = themselves ? read(Access.ITSELF, name, wanted) : reader.read(wanted);
        return (target, position) ->
                access.any(target, false, value -> isAnyElement(value, themselves, condition, position), position);
    }

    private static boolean isAnyElement(
            @Nullable Object value, boolean themselves, Condition condition, Position position) {
        if (!(value instanceof List<?> elements)) {
            return false;
        }
        for (int i = 0; i < elements.size(); i++) {
            var element = themselves ? elements.get(i) : asDocument(elements.get(i));
            if ((themselves || element != null) && condition.holds(element, new Position())) {
                position.at(i);
                return true;
            }
        }
        return false;
    }

    /** An array inside an array is looked at as a document whose fields are its places. */
    private static @Nullable Document asDocument(@Nullable Object element) {
        if (!(element instanceof List<?> inner)) {
            return element instanceof Document document ? document : null;
        }
        var document = new Document();
        inner.forEach(each -> document.put(String.valueOf(document.size()), each));
        return document;
    }
}
