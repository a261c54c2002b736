package io.fangwei.localmongo.matching;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Patterns;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What single operators ask of a single value. */
final class Tests {

    private Tests() {}

    static Predicate<@Nullable Object> type(@Nullable Object operand) {
        var wanted = new HashSet<String>();
        if (operand instanceof List<?> types) {
            if (types.isEmpty()) {
                throw Refusals.failedToParse("$type must match at least one type");
            }
            types.forEach(type -> addType(type, wanted));
        } else {
            addType(operand, wanted);
        }
        return value -> wanted.contains(Types.alias(value));
    }

    private static void addType(@Nullable Object type, HashSet<String> wanted) {
        if ("number".equals(type)) {
            wanted.addAll(List.of("int", "long", "double", "decimal"));
        } else if (type instanceof String alias) {
            if (Types.number(alias) == null) {
                throw Refusals.badValue("Unknown type name alias: " + alias);
            }
            wanted.add(alias);
        } else if (type instanceof Number number) {
            var alias = Numbers.isIntegral(number) ? Types.named((int) Numbers.toLong(number)) : null;
            if (alias == null) {
                throw Refusals.badValue("Invalid numerical type code: " + number);
            }
            wanted.add(alias);
        } else {
            throw Refusals.typeMismatch("type must be represented as a number or a string");
        }
    }

    static Predicate<@Nullable Object> size(@Nullable Object operand) {
        if (!(operand instanceof Number number) || !Numbers.isIntegral(number)) {
            throw Refusals.badValue("Failed to parse $size. Expected an integer in: $size: " + operand);
        } else if (Numbers.toLong(number) < 0) {
            throw Refusals.badValue("Failed to parse $size. Expected a non-negative number in: $size: " + operand);
        } else {
            long size = Numbers.toLong(number);
            return value -> value instanceof List<?> array && array.size() == size;
        }
    }

    static Predicate<@Nullable Object> remainder(@Nullable Object operand) {
        if (!(operand instanceof List<?> pair)) {
            throw Refusals.badValue("malformed mod, needs to be an array");
        } else if (pair.size() != 2) {
            throw Refusals.badValue("malformed mod, " + (pair.size() < 2 ? "not enough" : "too many") + " elements");
        } else if (!(pair.get(0) instanceof Number divisor) || !(pair.get(1) instanceof Number remainder)) {
            throw Refusals.badValue("malformed mod, divisor and remainder have to be numbers");
        } else if (Numbers.toLong(divisor) == 0) {
            throw Refusals.badValue("divisor cannot be 0");
        } else {
            long by = Numbers.toLong(divisor);
            long rest = Numbers.toLong(remainder);
            return value ->
                    value instanceof Number number && Numbers.isFinite(number) && Numbers.toLong(number) % by == rest;
        }
    }

    static Predicate<@Nullable Object> regex(@Nullable Object pattern, @Nullable Object options) {
        if (options != null && !(options instanceof String)) {
            throw Refusals.badValue("$options has to be a string");
        }
        if (!(pattern instanceof String || pattern instanceof BsonRegularExpression)) {
            throw Refusals.badValue("$regex has to be a string");
        }
        var text = pattern instanceof BsonRegularExpression regex ? regex.getPattern() : (String) pattern;
        var flags = pattern instanceof BsonRegularExpression regex && options == null
                ? regex.getOptions()
                : (String) options;
        var compiled = Patterns.compile(text, flags);
        var itself = new BsonRegularExpression(text, flags == null ? "" : flags);
        return value -> value instanceof String string
                ? compiled.matcher(string).find()
                : value instanceof BsonRegularExpression regex && isSame(regex, itself);
    }

    private static boolean isSame(BsonRegularExpression one, BsonRegularExpression other) {
        return one.getPattern().equals(other.getPattern()) && one.getOptions().equals(other.getOptions());
    }

    static Predicate<@Nullable Object> bits(String operator, @Nullable Object operand) {
        var mask = mask(operator, operand);
        return value -> {
            var bits = bitsOf(value);
            if (bits == null) {
                return false;
            }
            return switch (operator) {
                case "$bitsAllSet" -> bits.and(mask).equals(mask);
                case "$bitsAllClear" -> bits.and(mask).signum() == 0;
                case "$bitsAnySet" -> bits.and(mask).signum() != 0;
                default -> !bits.and(mask).equals(mask);
            };
        };
    }

    private static BigInteger mask(String operator, @Nullable Object operand) {
        if (operand instanceof List<?> places) {
            var mask = BigInteger.ZERO;
            for (Object place : places) {
                if (!(place instanceof Number number) || !Numbers.isIntegral(number) || Numbers.toLong(number) < 0) {
                    throw Refusals.badValue("bit positions must be integers >= 0 but got: " + place);
                }
                if (Numbers.toLong(number) > Integer.MAX_VALUE) {
                    throw Refusals.badValue("bit positions cannot be represented as a 32-bit signed integer: " + place);
                }
                mask = mask.setBit((int) Numbers.toLong(number));
            }
            return mask;
        }
        var mask = bitsOf(operand);
        if (mask == null || mask.signum() < 0) {
            throw Refusals.badValue(operator + " takes an Array, a number, or a BinData but received: " + operand);
        }
        return mask;
    }

    private static @Nullable BigInteger bitsOf(@Nullable Object value) {
        if (value instanceof Number number && Numbers.isIntegral(number)) {
            return BigInteger.valueOf(Numbers.toLong(number));
        } else if (value instanceof BinData binary) {
            byte[] bytes = new byte[binary.getData().length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[bytes.length - 1 - i] = binary.getData()[i];
            }
            return new BigInteger(1, bytes);
        }
        return null;
    }
}
