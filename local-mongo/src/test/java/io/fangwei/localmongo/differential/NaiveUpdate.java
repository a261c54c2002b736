package io.fangwei.localmongo.differential;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** What an update makes of a document, one operator on one path at a time. */
final class NaiveUpdate {

    /** MongoDB's code for a change that the document does not allow. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;
        final int code;

        Refused(int code) {
            super("" + code, null, false, false);
            this.code = code;
        }
    }

    private static final int BAD_VALUE = 2;
    private static final int TYPE_MISMATCH = 14;
    private static final int PATH_NOT_VIABLE = 28;

    private NaiveUpdate() {}

    static BsonDocument updated(BsonDocument document, BsonDocument update) {
        var updated = document.clone();
        update.forEach((operator, fields) ->
                fields.asDocument().forEach((path, operand) -> apply(updated, operator, path, operand)));
        return updated;
    }

    private static void apply(BsonDocument document, String operator, String path, BsonValue operand) {
        var parent = parent(document, path, !operator.matches("\\$unset|\\$pull|\\$pop"));
        var field = path.substring(path.lastIndexOf('.') + 1);
        if (parent == null) {
            return;
        }
        var old = parent.get(field);
        switch (operator) {
            case "$unset" -> parent.remove(field);
            case "$pull", "$pop" -> {
                if (old != null) {
                    parent.put(
                            field,
                            removed(
                                    array(old, operator.equals("$pop") ? TYPE_MISMATCH : BAD_VALUE),
                                    operator,
                                    operand));
                }
            }
            default -> parent.put(field, value(operator, old, operand));
        }
    }

    /** Null if there is none and none is made. */
    private static @Nullable BsonDocument parent(BsonDocument document, String path, boolean make) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return document;
        }
        var next = document.get(path.substring(0, dot));
        if (next == null && make) {
            next = new BsonDocument();
            document.put(path.substring(0, dot), next);
        } else if (next != null && !next.isDocument() && make) {
            throw new Refused(PATH_NOT_VIABLE);
        }
        return next != null && next.isDocument() ? parent(next.asDocument(), path.substring(dot + 1), make) : null;
    }

    private static BsonValue value(String operator, @Nullable BsonValue old, BsonValue operand) {
        return switch (operator) {
            case "$set" -> operand;
            case "$inc" -> old == null ? operand : sum(old, operand);
            case "$min" -> old == null || NaiveValues.compare(operand, old) < 0 ? operand : old;
            case "$max" -> old == null || NaiveValues.compare(operand, old) > 0 ? operand : old;
            case "$push" -> with(array(old), List.of(operand));
            case "$addToSet" -> contains(array(old), operand) ? array(old) : with(array(old), List.of(operand));
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static BsonArray array(@Nullable BsonValue value) {
        return array(value, BAD_VALUE);
    }

    private static BsonArray array(@Nullable BsonValue value, int code) {
        if (value == null) {
            return new BsonArray();
        } else if (!value.isArray()) {
            throw new Refused(code);
        }
        return value.asArray();
    }

    private static BsonArray with(BsonArray array, List<BsonValue> added) {
        var longer = new BsonArray(array);
        longer.addAll(added);
        return longer;
    }

    private static boolean contains(BsonArray array, BsonValue value) {
        return array.stream().anyMatch(each -> NaiveValues.areEqual(each, value));
    }

    private static BsonArray removed(BsonArray array, String operator, BsonValue operand) {
        var left = new BsonArray(array);
        if (operator.equals("$pop") && !left.isEmpty()) {
            left.remove(operand.asNumber().intValue() > 0 ? left.size() - 1 : 0);
        } else if (operator.equals("$pull")) {
            var met = new LinkedHashSet<BsonValue>();
            left.stream().filter(each -> isPulled(each, operand)).forEach(met::add);
            left.removeIf(met::contains);
        }
        return left;
    }

    /** Demands look at each element, and at elements of an element that is an array. */
    private static boolean isPulled(BsonValue element, BsonValue operand) {
        return operand.isDocument()
                ? NaiveFilter.matches(new BsonDocument("x", element), new BsonDocument("x", operand))
                : NaiveValues.areEqual(element, operand);
    }

    private static BsonValue sum(BsonValue old, BsonValue added) {
        if (!old.isNumber()) {
            throw new Refused(TYPE_MISMATCH);
        }
        if (old.isDecimal128()) {
            BigDecimal sum = old.asDecimal128().getValue().bigDecimalValue().add(NaiveValues.exact(added));
            return new BsonDecimal128(new Decimal128(sum));
        } else if (old.isDouble()) {
            return new BsonDouble(old.asDouble().getValue() + added.asNumber().longValue());
        }
        long sum = old.asNumber().longValue() + added.asNumber().longValue();
        boolean isInt = old.getBsonType() == BsonType.INT32 && added.getBsonType() == BsonType.INT32;
        return isInt ? new BsonInt32((int) sum) : new BsonInt64(sum);
    }
}
