package io.fangwei.localmongo.expressions;

import static io.fangwei.localmongo.expressions.Operands.several;

import de.bwaldvogel.mongo.bson.Decimal128;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Calculates with numbers; a sum or difference may begin with a date. */
final class Arithmetic {

    private Arithmetic() {}

    static void addTo(Map<String, ExpressionReader.Operator> operators) {
        operators.put("$add", several("$add", 0, Integer.MAX_VALUE, (values, scope) -> sum(values)));
        operators.put("$subtract", Operands.twoThere("$subtract", Arithmetic::difference));
        operators.put("$multiply", several("$multiply", 0, Integer.MAX_VALUE, (values, scope) -> product(values)));
        operators.put("$divide", numbers("$divide", 16609, Arithmetic::quotient));
        operators.put("$mod", numbers("$mod", 16611, Arithmetic::remainder));
        operators.put("$pow", numbers("$pow", 28762, Arithmetic::power));
        operators.put(
                "$log",
                numbers(
                        "$log",
                        28756,
                        (number, base) -> Math.log(number.doubleValue()) / Math.log(base.doubleValue())));
        operators.put("$abs", number("$abs", Arithmetic::absolute));
        operators.put("$ceil", number("$ceil", number -> whole(number, RoundingMode.CEILING)));
        operators.put("$floor", number("$floor", number -> whole(number, RoundingMode.FLOOR)));
        operators.put("$round", several("$round", 1, 2, (values, scope) -> rounded(values, RoundingMode.HALF_EVEN)));
        operators.put("$trunc", several("$trunc", 1, 2, (values, scope) -> rounded(values, RoundingMode.DOWN)));
        operators.put("$rand", (reader, operand) -> scope -> Math.random());
        addReal(operators, "$exp", Math::exp);
        addReal(operators, "$ln", Math::log);
        addReal(operators, "$log10", Math::log10);
        addReal(operators, "$sqrt", Arithmetic::root);
        addReal(operators, "$sin", Math::sin);
        addReal(operators, "$cos", Math::cos);
        addReal(operators, "$tan", Math::tan);
        addReal(operators, "$degreesToRadians", Math::toRadians);
        addReal(operators, "$radiansToDegrees", Math::toDegrees);
    }

    private static void addReal(
            Map<String, ExpressionReader.Operator> operators, String name, DoubleUnaryOperator function) {
        operators.put(name, number(name, number -> {
            double result = function.applyAsDouble(number.doubleValue());
            return number instanceof Decimal128 && Double.isFinite(result)
                    ? Numbers.decimal(BigDecimal.valueOf(result))
                    : result;
        }));
    }

    private static ExpressionReader.Operator number(String name, UnaryOperator<Number> function) {
        return Operands.oneThere(name, value -> {
            if (!(value instanceof Number number)) {
                throw Refusals.location(28765, name + " only supports numeric types, not " + Types.alias(value));
            }
            return function.apply(number);
        });
    }

    private static ExpressionReader.Operator numbers(String name, int code, BinaryOperator<Number> function) {
        return Operands.twoThere(name, (left, right) -> {
            if (left instanceof Number first && right instanceof Number second) {
                return function.apply(first, second);
            }
            throw Refusals.location(
                    code,
                    name + " only supports numeric types, not " + Types.alias(left) + " and " + Types.alias(right));
        });
    }

    private static @Nullable Object sum(List<@Nullable Object> values) {
        Number sum = 0;
        boolean dated = false;
        for (Object value : values) {
            if (Types.isNothing(value)) {
                return null;
            } else if (value instanceof Number number) {
                sum = Numbers.add(sum, number);
            } else if (value instanceof Instant date && !dated) {
                dated = true;
                sum = Numbers.add(sum, date.toEpochMilli());
            } else {
                throw value instanceof Instant
                        ? Refusals.location(16612, "only one date allowed in an $add expression")
                        : Refusals.location(
                                16554, "$add only supports numeric or date types, not " + Types.alias(value));
            }
        }
        return dated ? Instant.ofEpochMilli(Numbers.toLong(sum)) : sum;
    }

    private static Object difference(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number first && right instanceof Number second) {
            return Numbers.subtract(first, second);
        } else if (left instanceof Instant later && right instanceof Instant earlier) {
            return later.toEpochMilli() - earlier.toEpochMilli();
        } else if (left instanceof Instant date && right instanceof Number milliseconds) {
            return Zones.inRange(
                    () -> Instant.ofEpochMilli(Math.subtractExact(date.toEpochMilli(), Numbers.toLong(milliseconds))));
        }
        throw Refusals.location(16556, "can't $subtract " + Types.alias(right) + " from " + Types.alias(left));
    }

    private static @Nullable Object product(List<@Nullable Object> values) {
        Number product = 1;
        for (Object value : values) {
            if (Types.isNothing(value)) {
                return null;
            } else if (!(value instanceof Number number)) {
                throw Refusals.location(16555, "$multiply only supports numeric types, not " + Types.alias(value));
            } else {
                product = Numbers.multiply(product, number);
            }
        }
        return product;
    }

    private static Number quotient(Number left, Number right) {
        if (right.doubleValue() == 0) {
            throw Refusals.badValue("can't $divide by zero");
        }
        return Numbers.divide(left, right);
    }

    private static Number remainder(Number left, Number right) {
        if (right.doubleValue() == 0) {
            throw Refusals.location(16610, "can't $mod by zero");
        }
        return Numbers.remainder(left, right);
    }

    private static Number power(Number base, Number exponent) {
        boolean decimal = base instanceof Decimal128 || exponent instanceof Decimal128;
        double approximate = Math.pow(base.doubleValue(), exponent.doubleValue());
        boolean natural = Numbers.isWhole(exponent) && exponent.longValue() >= 0 && exponent.longValue() < 1000;
        if (natural && Numbers.isFinite(base) && (decimal || Numbers.isWhole(base))) {
            var exact = Numbers.exact(base)
                    .pow((int) exponent.longValue(), decimal ? MathContext.DECIMAL128 : MathContext.UNLIMITED);
            return decimal ? Numbers.decimal(exact) : wholeOrDouble(exact, base, exponent);
        }
        return decimal && Double.isFinite(approximate) ? Numbers.decimal(BigDecimal.valueOf(approximate)) : approximate;
    }

    private static Number wholeOrDouble(BigDecimal exact, Number base, Number exponent) {
        int bits = exact.toBigInteger().bitLength();
        if (bits < Integer.SIZE && base instanceof Integer && exponent instanceof Integer) {
            return exact.intValue();
        }
        return bits < Long.SIZE ? (Number) exact.longValue() : (Number) exact.doubleValue();
    }

    private static double root(double number) {
        if (number < 0) {
            throw Refusals.location(28714, "$sqrt's argument must be greater than or equal to 0");
        }
        return Math.sqrt(number);
    }

    private static Number absolute(Number number) {
        if (number instanceof Long && number.longValue() == Long.MIN_VALUE) {
            throw Refusals.location(28680, "can't take $abs of long long min");
        }
        return Numbers.compare(number, 0) < 0 ? Numbers.subtract(0, number) : number;
    }

    private static Number whole(Number number, RoundingMode mode) {
        return rounded(number, 0, mode);
    }

    private static @Nullable Object rounded(List<@Nullable Object> values, RoundingMode mode) {
        if (values.stream().anyMatch(Types::isNothing)) {
            return null;
        }
        if (!(values.get(0) instanceof Number number)) {
            throw Refusals.location(51081, "$round only supports numeric types, not " + Types.alias(values.get(0)));
        }
        if (values.size() == 1) {
            return rounded(number, 0, mode);
        }
        if (!(values.get(1) instanceof Number place) || !Numbers.isIntegral(place)) {
            throw Refusals.location(51082, "precision argument to  $round must be a integral value");
        }
        long digits = Numbers.toLong(place);
        if (digits < -20 || digits > 100) {
            throw Refusals.location(
                    51083, "cannot apply $round with precision value " + digits + " value must be in [-20, 100]");
        }
        return rounded(number, (int) digits, mode);
    }

    private static Number rounded(Number number, int digits, RoundingMode mode) {
        if (!Numbers.isFinite(number) || Numbers.isWhole(number) && digits >= 0) {
            return number;
        }
        var rounded = Numbers.exact(number).setScale(digits, mode);
        if (number instanceof Decimal128) {
            return Numbers.decimal(rounded);
        } else if (number instanceof Double) {
            return Math.copySign(rounded.doubleValue(), number.doubleValue());
        }
        return number instanceof Integer && rounded.toBigInteger().bitLength() < Integer.SIZE
                ? (Number) rounded.intValue()
                : (Number) rounded.longValue();
    }
}
