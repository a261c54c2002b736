package io.fangwei.localmongo.values;

import de.bwaldvogel.mongo.bson.Decimal128;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;

/** Calculates with BSON's four types of numbers: the result has the widest type that takes part, and whole numbers grow. */
public final class Numbers {

    private static final MathContext DECIMAL = MathContext.DECIMAL128;
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private Numbers() {}

    private interface Whole {
        long apply(long left, long right);
    }

    /** The sum; a whole number too large for 64 bits becomes a double. */
    public static Number add(Number left, Number right) {
        return calculate(left, right, Math::addExact, Double::sum, (a, b) -> a.add(b, DECIMAL));
    }

    /** The difference. */
    public static Number subtract(Number left, Number right) {
        return calculate(left, right, Math::subtractExact, (a, b) -> a - b, (a, b) -> a.subtract(b, DECIMAL));
    }

    /** The product. */
    public static Number multiply(Number left, Number right) {
        return calculate(left, right, Math::multiplyExact, (a, b) -> a * b, (a, b) -> a.multiply(b, DECIMAL));
    }

    /** The quotient, never a whole number's. */
    public static Number divide(Number left, Number right) {
        if (isDecimal(left) || isDecimal(right)) {
            return decimal(left, right, (a, b) -> a / b, (a, b) -> a.divide(b, DECIMAL));
        }
        return left.doubleValue() / right.doubleValue();
    }

    /** What is left of a division, with the sign of the first. */
    public static Number remainder(Number left, Number right) {
        if (isWhole(left) && isWhole(right)) {
            return narrow(left.longValue() % right.longValue(), isInt(left) && isInt(right));
        } else if (isDecimal(left) || isDecimal(right)) {
            return decimal(left, right, (a, b) -> a % b, (a, b) -> a.remainder(b, DECIMAL));
        }
        return left.doubleValue() % right.doubleValue();
    }

    private static Number calculate(
            Number left, Number right, Whole whole, DoubleBinaryOperator floating, BinaryOperator<BigDecimal> exact) {
        if (isDecimal(left) || isDecimal(right)) {
            return decimal(left, right, floating, exact);
        } else if (!isWhole(left) || !isWhole(right)) {
            return floating.applyAsDouble(left.doubleValue(), right.doubleValue());
        }
        try {
            return narrow(whole.apply(left.longValue(), right.longValue()), isInt(left) && isInt(right));
        } catch (ArithmeticException tooLarge) {
            return floating.applyAsDouble(left.doubleValue(), right.doubleValue());
        }
    }

    private static Number decimal(
            Number left, Number right, DoubleBinaryOperator floating, BinaryOperator<BigDecimal> exact) {
        if (!isFinite(left) || !isFinite(right)) {
            return special(floating.applyAsDouble(left.doubleValue(), right.doubleValue()));
        }
        return decimal(exact.apply(exact(toDecimal(left)), exact(toDecimal(right))));
    }

    private static Decimal128 special(double value) {
        if (Double.isNaN(value)) {
            return Decimal128.NaN;
        } else if (Double.isInfinite(value)) {
            return value > 0 ? Decimal128.POSITIVE_INFINITY : Decimal128.NEGATIVE_INFINITY;
        }
        return decimal(BigDecimal.valueOf(value));
    }

    /** Rounded to the 34 digits of a decimal. */
    public static Decimal128 decimal(BigDecimal value) {
        try {
            return new Decimal128(value.round(DECIMAL));
        } catch (NumberFormatException outOfRange) {
            return value.scale() < 0
                    ? value.signum() > 0 ? Decimal128.POSITIVE_INFINITY : Decimal128.NEGATIVE_INFINITY
                    : Decimal128.POSITIVE_ZERO;
        }
    }

    /** A double keeps fifteen digits. */
    public static Decimal128 toDecimal(Number number) {
        if (number instanceof Decimal128 decimal) {
            return decimal;
        } else if (isWhole(number)) {
            return new Decimal128(BigDecimal.valueOf(number.longValue()));
        } else if (!isFinite(number)) {
            return special(number.doubleValue());
        }
        var rounded = new BigDecimal(number.doubleValue()).round(FIFTEEN_DIGITS);
        return decimal(rounded.signum() == 0 ? rounded : rounded.setScale(rounded.scale() + 15 - rounded.precision()));
    }

    private static Number narrow(long value, boolean ints) {
        if (ints && value == (int) value) {
            return (int) value;
        }
        return value;
    }

    /** The exact value of a finite number. */
    public static BigDecimal exact(Number number) {
        if (number instanceof Decimal128 decimal) {
            return decimal.toBigDecimal();
        }
        return isWhole(number) ? BigDecimal.valueOf(number.longValue()) : new BigDecimal(number.doubleValue());
    }

    /** The exact order of two numbers of any types; NaN is smaller than all. */
    public static int compare(Number left, Number right) {
        if (isWhole(left) && isWhole(right)) {
            return Long.compare(left.longValue(), right.longValue());
        }
        if (!isFinite(left) || !isFinite(right)) {
            return compareSpecial(left.doubleValue(), right.doubleValue());
        }
        if (left instanceof Double && right instanceof Double) {
            return Double.compare(left.doubleValue() + 0.0, right.doubleValue() + 0.0);
        }
        return exact(left).compareTo(exact(right));
    }

    private static int compareSpecial(double left, double right) {
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return Boolean.compare(!Double.isNaN(left), !Double.isNaN(right));
        }
        return Double.compare(left, right);
    }

    /** Whether a number is neither infinite nor NaN. */
    public static boolean isFinite(Number number) {
        return isWhole(number)
                || isFiniteDecimal(number)
                || number instanceof Double && Double.isFinite((Double) number);
    }

    private static boolean isFiniteDecimal(Number number) {
        return number instanceof Decimal128 decimal && (decimal.getHigh() & 0x7800000000000000L) != 0x7800000000000000L;
    }

    /** Whether a number is of a type that holds whole numbers only. */
    public static boolean isWhole(Number number) {
        return number instanceof Integer || number instanceof Long;
    }

    /** Whether a number has no digits behind the point, whatever its type, and fits into 64 bits. */
    public static boolean isIntegral(Number number) {
        if (isWhole(number)) {
            return true;
        }
        return isFinite(number)
                && exact(number).stripTrailingZeros().scale() <= 0
                && exact(number).toBigInteger().bitLength() < Long.SIZE;
    }

    /** The whole part of a finite number, as far as 64 bits hold it. */
    public static long toLong(Number number) {
        if (isWhole(number)) {
            return number.longValue();
        } else if (!isFinite(number)) {
            return (long) number.doubleValue();
        }
        var whole = exact(number).toBigInteger();
        if (whole.bitLength() < Long.SIZE) {
            return whole.longValue();
        }
        return whole.signum() > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    static boolean isZero(Number number) {
        return isFinite(number)
                && (isWhole(number) ? number.longValue() == 0 : exact(number).signum() == 0);
    }

    private static boolean isInt(Number number) {
        return number instanceof Integer;
    }

    private static boolean isDecimal(Number number) {
        return number instanceof Decimal128;
    }
}
