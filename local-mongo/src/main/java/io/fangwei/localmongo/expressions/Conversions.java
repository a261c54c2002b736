package io.fangwei.localmongo.expressions;

import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes values of one type out of values of another. */
final class Conversions {

    private static final Map<String, String> SHORT = Map.of(
            "$toBool", "bool",
            "$toDate", "date",
            "$toDecimal", "decimal",
            "$toDouble", "double",
            "$toInt", "int",
            "$toLong", "long",
            "$toObjectId", "objectId",
            "$toString", "string");

    private Conversions() {}

    static void addTo(Map<String, ExpressionReader.Operator> operators) {
        SHORT.forEach((name, type) -> operators.put(name, Operands.oneThere(name, value -> convert(value, type))));
        operators.put("$type", Operands.one("$type", Types::alias));
        operators.put("$isNumber", Operands.one("$isNumber", Number.class::isInstance));
        operators.put(
                "$convert",
                Operands.named("$convert", Set.of("input", "to"), Set.of("onError", "onNull"), Conversions::convert));
    }

    private static @Nullable Object convert(Operands.Named operands, Scope scope) {
        var to = operands.value("to", scope);
        if (to instanceof Document target) {
            to = target.get("type");
        }
        if (to == null) {
            return null;
        }
        var type = to instanceof Number number ? Types.named((int) Numbers.toLong(number)) : to.toString();
        if (type == null || Types.number(type) == null) {
            throw Refusals.badValue("Unknown type name: " + to);
        }
        var input = operands.value("input", scope);
        if (input == null) {
            return operands.has("onNull") ? operands.raw("onNull", scope) : null;
        }
        try {
            return convert(input, type);
        } catch (MongoServerError failure) {
            if (operands.has("onError")) {
                return operands.raw("onError", scope);
            }
            throw failure;
        }
    }

    private static Object convert(@Nullable Object value, String type) {
        if (Types.alias(value).equals(type)) {
            return value;
        }
        try {
            return switch (type) {
                case "bool" -> Types.isTrue(value);
                case "string" -> toText(value);
                case "int", "long" -> toWhole(value, type);
                case "double" -> toDouble(value);
                case "decimal" -> toDecimal(value);
                case "date" -> toDate(value);
                case "objectId" -> toObjectId(value);
                default -> throw unsupported(value, type);
            };
        } catch (NumberFormatException unreadable) {
            throw failure("Failed to parse number '" + value + "' in $convert with no onError value");
        }
    }

    private static MongoServerError unsupported(@Nullable Object value, String type) {
        return failure("Unsupported conversion from " + Types.alias(value) + " to " + type
                + " in $convert with no onError value");
    }

    static MongoServerError failure(String message) {
        return new MongoServerError(241, "ConversionFailure", message);
    }

    static Object toText(@Nullable Object value) {
        if (value instanceof Double number) {
            return text(number);
        } else if (value instanceof Number || value instanceof Boolean || value instanceof String) {
            return value.toString();
        } else if (value instanceof Instant date) {
            return DateFormats.iso(date);
        } else if (value instanceof ObjectId id) {
            return id.getHexData();
        }
        throw unsupported(value, "string");
    }

    /** Without a point where there is nothing behind it, as C++ prints it. */
    private static String text(Double number) {
        if (number.isNaN()) {
            return "NaN";
        } else if (number.isInfinite()) {
            return number > 0 ? "Infinity" : "-Infinity";
        } else if (number == 0) {
            return 1 / number < 0 ? "-0" : "0";
        }
        var exact = new BigDecimal(number.toString()).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exponent >= -5 && exponent < 17) {
            return exact.toPlainString();
        }
        var digits = exact.unscaledValue().abs().toString();
        return (number < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private static Object toWhole(@Nullable Object value, String type) {
        long whole;
        if (value instanceof Boolean truth) {
            whole = truth ? 1 : 0;
        } else if (value instanceof Instant date && type.equals("long")) {
            whole = date.toEpochMilli();
        } else if (value instanceof String text) {
            whole = Long.parseLong(text.startsWith("+") ? "?" : text);
        } else if (value instanceof Number number) {
            whole = fitting(number);
        } else {
            throw unsupported(value, type);
        }
        if (type.equals("int") && whole != (int) whole) {
            throw failure("Conversion would overflow target type in $convert with no onError value: " + value);
        }
        return type.equals("int") ? (Object) (int) whole : (Object) whole;
    }

    private static long fitting(Number number) {
        if (!Numbers.isFinite(number) || Numbers.exact(number).toBigInteger().bitLength() >= Long.SIZE) {
            throw failure("Conversion would overflow target type in $convert with no onError value: " + number);
        }
        return Numbers.toLong(number);
    }

    private static Object toDouble(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1.0 : 0.0;
        } else if (value instanceof Instant date) {
            return (double) date.toEpochMilli();
        } else if (value instanceof String text) {
            return Double.parseDouble(plain(text));
        } else if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw unsupported(value, "double");
    }

    private static Object toDecimal(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return Numbers.toDecimal(truth ? 1 : 0);
        } else if (value instanceof Instant date) {
            return Numbers.toDecimal(date.toEpochMilli());
        } else if (value instanceof String text) {
            return text.equals("NaN") ? Decimal128.NaN : new Decimal128(new BigDecimal(plain(text)));
        } else if (value instanceof Number number) {
            return Numbers.toDecimal(number);
        }
        throw unsupported(value, "decimal");
    }

    /** Java would read more than MongoDB does: blanks, and a d or f at the end. */
    private static String plain(String text) {
        if (!text.matches("[-+0-9.eE]+|[-+]?(NaN|Infinity)")) {
            throw new NumberFormatException(text);
        }
        return text;
    }

    private static Object toDate(@Nullable Object value) {
        if (value instanceof String text) {
            return DateFormats.parse(text);
        } else if (value instanceof ObjectId id) {
            return Instant.ofEpochSecond(
                    Integer.toUnsignedLong(ByteBuffer.wrap(id.toByteArray()).getInt()));
        } else if (value instanceof Number number && !(value instanceof Integer)) {
            return Instant.ofEpochMilli(fitting(number));
        }
        throw unsupported(value, "date");
    }

    private static Object toObjectId(@Nullable Object value) {
        if (!(value instanceof String text)) {
            throw unsupported(value, "objectId");
        }
        try {
            if (text.length() == 24) {
                return new ObjectId(HexFormat.of().parseHex(text));
            }
        } catch (IllegalArgumentException unreadable) {
            throw failure("Failed to parse objectId '" + text + "' in $convert with no onError value");
        }
        throw failure("Failed to parse objectId '" + text + "' in $convert with no onError value");
    }
}
