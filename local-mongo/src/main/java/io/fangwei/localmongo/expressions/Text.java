package io.fangwei.localmongo.expressions;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Takes text apart and puts it together. Case is a matter of ASCII only, as MongoDB has it. */
final class Text {

    private static final String BLANK =
            "\0 \t\n\u000b\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a";

    private Text() {}

    static void addTo(Map<String, ExpressionReader.Operator> operators) {
        operators.put("$concat", Operands.several("$concat", 0, Integer.MAX_VALUE, (values, scope) -> joined(values)));
        operators.put(
                "$toLower", Operands.one("$toLower", value -> ascii(value, text -> text.toLowerCase(Locale.ROOT))));
        operators.put(
                "$toUpper", Operands.one("$toUpper", value -> ascii(value, text -> text.toUpperCase(Locale.ROOT))));
        operators.put(
                "$strcasecmp",
                Operands.two(
                        "$strcasecmp",
                        (left, right) -> Integer.signum(coerced(left).compareToIgnoreCase(coerced(right)))));
        operators.put("$strLenCP", Operands.one("$strLenCP", value -> {
            var text = required(value, 34471, "$strLenCP");
            return text.codePointCount(0, text.length());
        }));
        operators.put(
                "$strLenBytes",
                Operands.one(
                        "$strLenBytes",
                        value -> required(value, 34473, "$strLenBytes").getBytes(StandardCharsets.UTF_8).length));
        operators.put("$substr", Operands.several("$substr", 3, 3, (values, scope) -> ofBytes(values)));
        operators.put("$substrBytes", Operands.several("$substrBytes", 3, 3, (values, scope) -> ofBytes(values)));
        operators.put("$substrCP", Operands.several("$substrCP", 3, 3, (values, scope) -> ofCodePoints(values)));
        operators.put("$split", Operands.twoThere("$split", Text::split));
        addTrim(operators, "$trim", true, true);
        addTrim(operators, "$ltrim", true, false);
        addTrim(operators, "$rtrim", false, true);
        addReplacement(operators, "$replaceOne", false);
        addReplacement(operators, "$replaceAll", true);
    }

    private static @Nullable Object joined(List<@Nullable Object> values) {
        var joined = new StringBuilder();
        for (Object value : values) {
            if (Types.isNothing(value)) {
                return null;
            } else if (!(value instanceof String text)) {
                throw Refusals.location(16702, "$concat only supports strings, not " + Types.alias(value));
            } else {
                joined.append(text);
            }
        }
        return joined.toString();
    }

    private static String ascii(@Nullable Object value, UnaryOperator<String> change) {
        var text = new StringBuilder(coerced(value));
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x80) {
                text.setCharAt(i, change.apply(String.valueOf(text.charAt(i))).charAt(0));
            }
        }
        return text.toString();
    }

    /** Numbers and dates are text where text is asked for; nothing is the empty one. */
    private static String coerced(@Nullable Object value) {
        if (Types.isNothing(value)) {
            return "";
        } else if (value instanceof String text) {
            return text;
        } else if (value instanceof Number || value instanceof java.time.Instant) {
            return (String) Conversions.toText(value);
        }
        throw Refusals.location(16007, "can't convert from BSON type " + Types.alias(value) + " to String");
    }

    private static String required(@Nullable Object value, int code, String name) {
        if (value instanceof String text) {
            return text;
        }
        throw Refusals.location(code, name + " requires a string argument, found: " + Types.alias(value));
    }

    private static long whole(@Nullable Object value, int code, String name) {
        if (value instanceof Number number) {
            return Numbers.toLong(number);
        }
        throw Refusals.location(code, name + " takes numbers as places, not " + Types.alias(value));
    }

    private static String ofBytes(List<@Nullable Object> operands) {
        byte[] bytes = coerced(operands.get(0)).getBytes(StandardCharsets.UTF_8);
        long from = whole(operands.get(1), 16034, "$substrBytes");
        long length = whole(operands.get(2), 16035, "$substrBytes");
        if (from < 0) {
            throw Refusals.location(50752, "$substrBytes:  starting index must be non-negative (got: " + from + ")");
        }
        if (from >= bytes.length) {
            return "";
        }
        int to = length < 0 ? bytes.length : (int) Math.min(bytes.length, from + length);
        if (isInsideLetter(bytes, (int) from)) {
            throw Refusals.location(
                    28656, "$substrBytes:  Invalid range, starting index is a UTF-8 continuation byte.");
        } else if (to < bytes.length && isInsideLetter(bytes, to)) {
            throw Refusals.location(
                    28657, "$substrBytes:  Invalid range, ending index is in the middle of a UTF-8 character.");
        }
        return new String(bytes, (int) from, to - (int) from, StandardCharsets.UTF_8);
    }

    private static boolean isInsideLetter(byte[] bytes, int place) {
        return (bytes[place] & 0xC0) == 0x80;
    }

    private static String ofCodePoints(List<@Nullable Object> operands) {
        int[] points = coerced(operands.get(0)).codePoints().toArray();
        long from = whole(operands.get(1), 34450, "$substrCP");
        long length = whole(operands.get(2), 34452, "$substrCP");
        if (from < 0) {
            throw Refusals.location(34455, "$substrCP: the starting index must be nonnegative integer.");
        } else if (length < 0) {
            throw Refusals.location(34454, "$substrCP: length must be a nonnegative integer.");
        }
        return from >= points.length
                ? ""
                : new String(points, (int) from, (int) Math.min(length, points.length - from));
    }

    private static Object split(@Nullable Object value, @Nullable Object separator) {
        if (!(value instanceof String text)) {
            throw Refusals.location(
                    40085,
                    "$split requires an expression that evaluates to a string as a first argument, found: "
                            + Types.alias(value));
        } else if (!(separator instanceof String by)) {
            throw Refusals.location(
                    40086,
                    "$split requires an expression that evaluates to a string as a second argument, found: "
                            + Types.alias(separator));
        } else if (by.isEmpty()) {
            throw Refusals.location(40087, "$split requires a non-empty separator");
        } else {
            var parts = new ArrayList<Object>();
            int from = 0;
            for (int at = text.indexOf(by); at >= 0; at = text.indexOf(by, from)) {
                parts.add(text.substring(from, at));
                from = at + by.length();
            }
            parts.add(text.substring(from));
            return parts;
        }
    }

    private static void addTrim(
            Map<String, ExpressionReader.Operator> operators, String name, boolean left, boolean right) {
        operators.put(name, Operands.named(name, Set.of("input"), Set.of("chars"), (operands, scope) -> {
            var input = operands.value("input", scope);
            var chars = operands.has("chars") ? operands.value("chars", scope) : BLANK;
            if (input == null || chars == null) {
                return null;
            } else if (!(input instanceof String text) || !(chars instanceof String trimmed)) {
                throw Refusals.location(50699, name + " requires its input to be a string, got " + input);
            } else {
                return trim(text, trimmed, left, right);
            }
        }));
    }

    private static String trim(String text, String chars, boolean left, boolean right) {
        int from = 0;
        int to = text.length();
        while (left && from < to && chars.indexOf(text.codePointAt(from)) >= 0) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (right && to > from && chars.indexOf(text.codePointBefore(to)) >= 0) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    private static void addReplacement(Map<String, ExpressionReader.Operator> operators, String name, boolean all) {
        operators.put(
                name, Operands.named(name, Set.of("input", "find", "replacement"), Set.of(), (operands, scope) -> {
                    var input = operands.value("input", scope);
                    var find = operands.value("find", scope);
                    var replacement = operands.value("replacement", scope);
                    if (input == null || find == null || replacement == null) {
                        return null;
                    }
                    if (!(input instanceof String text)
                            || !(find instanceof String found)
                            || !(replacement instanceof String by)) {
                        throw Refusals.location(
                                51746, name + " requires that 'input', 'find' and 'replacement' be strings");
                    }
                    if (all) {
                        return text.replace(found, by);
                    }
                    int at = text.indexOf(found);
                    return at < 0 ? text : text.substring(0, at) + by + text.substring(at + found.length());
                }));
    }

    static @Nullable String patternOf(@Nullable Object value) {
        return value instanceof BsonRegularExpression regex ? regex.getPattern() : (String) value;
    }
}
