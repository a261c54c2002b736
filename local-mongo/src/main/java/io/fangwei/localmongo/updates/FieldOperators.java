package io.fangwei.localmongo.updates;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.expressions.Scope;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.time.Instant;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** The update operators of fields; those of arrays are in {@link ArrayChanges}. */
final class FieldOperators {

    static final Set<String> NAMES = Set.of(
            "$set",
            "$setOnInsert",
            "$unset",
            "$inc",
            "$mul",
            "$min",
            "$max",
            "$rename",
            "$currentDate",
            "$bit",
            "$push",
            "$addToSet",
            "$pull",
            "$pullAll",
            "$pop");

    private final Scope scope;
    private final ArrayChanges arrays;

    FieldOperators(Scope scope) {
        this.scope = scope;
        this.arrays = new ArrayChanges(scope);
    }

    FieldOperator read(String name, String path, @Nullable Object operand) {
        return switch (name) {
            case "$set" -> FieldOperator.creating(slot -> slot.set(operand));
            case "$setOnInsert" -> new FieldOperator(true, true, slot -> slot.set(operand));
            case "$unset" -> FieldOperator.ofThere(Slots.Slot::remove);
            case "$inc" -> calculation("increment", name, path, number("increment", path, operand), Numbers::add);
            case "$mul" -> calculation("multiply", name, path, number("multiply", path, operand), Numbers::multiply);
            case "$min" -> extreme(operand, -1);
            case "$max" -> extreme(operand, 1);
            case "$currentDate" -> currentDate(path, operand);
            case "$bit" -> bits(path, operand);
            default -> arrays.read(name, path, operand);
        };
    }

    private static Number number(String verb, String path, @Nullable Object operand) {
        if (operand instanceof Number number) {
            return number;
        }
        throw Refusals.typeMismatch("Cannot " + verb + " with non-numeric argument: {" + path + ": " + operand + "}");
    }

    private static FieldOperator calculation(
            String verb, String name, String path, Number operand, BinaryOperator<Number> function) {
        return FieldOperator.creating(slot -> {
            var before = slot.get();
            if (before instanceof Missing) {
                slot.set(name.equals("$mul") ? zeroLike(operand) : operand);
            } else if (before instanceof Number number) {
                var after = function.apply(number, operand);
                if (Numbers.isWhole(number) && Numbers.isWhole(operand) && !Numbers.isWhole(after)) {
                    throw Refusals.badValue(
                            "Failed to apply " + name + " operations to current value (" + number + ")");
                }
                slot.set(after);
            } else {
                throw Refusals.typeMismatch("Cannot apply " + name + " to a value of non-numeric type. The field '"
                        + path + "' is of non-numeric type " + Types.alias(before));
            }
        });
    }

    private static Number zeroLike(Number operand) {
        if (operand instanceof Integer) {
            return 0;
        } else if (operand instanceof Long) {
            return 0L;
        }
        return operand instanceof Decimal128 ? Numbers.toDecimal(0) : (Number) 0.0;
    }

    private FieldOperator extreme(@Nullable Object operand, int sign) {
        return FieldOperator.creating(slot -> {
            var before = slot.get();
            if (before instanceof Missing || Integer.signum(scope.order().compare(operand, before)) == sign) {
                slot.set(operand);
            }
        });
    }

    private FieldOperator currentDate(String path, @Nullable Object operand) {
        var type = operand instanceof Document document ? document.get("$type") : "date";
        boolean known = operand instanceof Boolean || operand instanceof Document document && document.size() == 1;
        if (!known || !"date".equals(type) && !"timestamp".equals(type)) {
            throw Refusals.badValue("The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {"
                    + path + ": " + operand + "}}");
        }
        return FieldOperator.creating(slot -> {
            var now = (Instant) scope.now();
            slot.set("date".equals(type) ? now : new BsonTimestamp(now, 1));
        });
    }

    private static FieldOperator bits(String path, @Nullable Object operand) {
        if (!(operand instanceof Document document) || document.isEmpty()) {
            throw Refusals.badValue("The $bit modifier is not compatible with a " + Types.alias(operand)
                    + ". You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}");
        }
        document.forEach((name, value) -> {
            if (!Set.of("and", "or", "xor").contains(name)) {
                throw Refusals.badValue("The $bit modifier only supports 'and', 'or', and 'xor', not '" + name
                        + "' which is an unknown operator");
            } else if (!(value instanceof Number number) || !Numbers.isWhole(number)) {
                throw Refusals.badValue("The $bit modifier field must be an Integer(32/64 bit); a '"
                        + Types.alias(value) + "' is not supported here");
            }
        });
        return FieldOperator.creating(slot -> {
            var before = slot.get() instanceof Missing ? (Object) 0 : slot.get();
            if (!(before instanceof Number start) || !Numbers.isWhole(start)) {
                throw Refusals.badValue("Cannot apply $bit to a value of non-integral type. The field '" + path
                        + "' is of type " + Types.alias(before));
            }
            Number value = start;
            for (var each : document.entrySet()) {
                value = bits(each.getKey(), value, (Number) each.getValue());
            }
            slot.set(value);
        });
    }

    private static Number bits(String name, Number left, Number right) {
        long result = switch (name) {
            case "and" -> left.longValue() & right.longValue();
            case "or" -> left.longValue() | right.longValue();
            default -> left.longValue() ^ right.longValue();
        };
        return left instanceof Integer && right instanceof Integer ? (Number) (int) result : (Number) result;
    }
}
