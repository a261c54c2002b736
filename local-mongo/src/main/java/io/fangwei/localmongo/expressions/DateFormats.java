package io.fangwei.localmongo.expressions;

import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as text and text as dates. */
final class DateFormats {

    private static final Pattern ISO = Pattern.compile("(?<Y>\\d{4})-(?<m>\\d{1,2})(?:-(?<d>\\d{1,2}))?"
            + "(?:[T ](?<H>\\d{1,2}):(?<M>\\d{2})(?::(?<S>\\d{2})(?:\\.(?<L>\\d{1,3})\\d*)?)?)?"
            + "\\s*(?<z>Z|[+-]\\d{2}:?(?:\\d{2})?)?");
    private static final Map<Character, String> READ = Map.of(
            'Y', "(?<Y>\\d{4})",
            'm', "(?<m>\\d{1,2})",
            'd', "(?<d>\\d{1,2})",
            'H', "(?<H>\\d{1,2})",
            'M', "(?<M>\\d{1,2})",
            'S', "(?<S>\\d{1,2})",
            'L', "(?<L>\\d{1,3})",
            'z', "(?<z>Z|[+-]\\d{2}:?(?:\\d{2})?)",
            '%', "%");

    private DateFormats() {}

    static void addTo(Map<String, ExpressionReader.Operator> operators) {
        operators.put(
                "$dateToString",
                Operands.named(
                        "$dateToString", Set.of("date"), Set.of("format", "timezone", "onNull"), DateFormats::text));
        operators.put(
                "$dateFromString",
                Operands.named(
                        "$dateFromString",
                        Set.of("dateString"),
                        Set.of("format", "timezone", "onError", "onNull"),
                        DateFormats::date));
    }

    static String iso(Instant date) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                .format(date.atZone(ZoneOffset.UTC));
    }

    private static @Nullable Object text(Operands.Named operands, Scope scope) {
        var date = operands.value("date", scope);
        if (date == null) {
            return operands.has("onNull") ? operands.raw("onNull", scope) : null;
        }
        var zone = DateParts.zone(operands, scope);
        var format = operands.has("format")
                ? operands.value("format", scope)
                : "%Y-%m-%dT%H:%M:%S.%L" + (ZoneOffset.UTC.equals(zone) ? "Z" : "");
        if (zone == null || format == null) {
            return null;
        }
        if (!(format instanceof String pattern)) {
            throw Refusals.location(
                    18533, "$dateToString requires that 'format' be a string, found: " + Types.alias(format));
        }
        return text(Zones.date(date).atZone(zone), pattern);
    }

    private static String text(ZonedDateTime date, String pattern) {
        var text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != '%') {
                text.append(pattern.charAt(i));
            } else if (++i == pattern.length()) {
                throw Refusals.location(18535, "Unmatched '%' at end of format string");
            } else {
                text.append(part(date, pattern.charAt(i)));
            }
        }
        return text.toString();
    }

    private static String part(ZonedDateTime date, char letter) {
        return switch (letter) {
            case 'Y' -> padded(date.getYear(), 4);
            case 'm' -> padded(date.getMonthValue(), 2);
            case 'd' -> padded(date.getDayOfMonth(), 2);
            case 'H' -> padded(date.getHour(), 2);
            case 'M' -> padded(date.getMinute(), 2);
            case 'S' -> padded(date.getSecond(), 2);
            case 'L' -> padded(date.get(ChronoField.MILLI_OF_SECOND), 3);
            case 'j' -> padded(date.getDayOfYear(), 3);
            case 'w' -> String.valueOf(DateParts.dayOfWeek(date));
            case 'u' -> String.valueOf(date.getDayOfWeek().getValue());
            case 'U' -> padded(DateParts.week(date), 2);
            case 'V' -> padded(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
            case 'G' -> padded(date.get(IsoFields.WEEK_BASED_YEAR), 4);
            case 'b' ->
                date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT);
            case 'B' ->
                date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
            case 'z' -> DateTimeFormatter.ofPattern("xx", Locale.ROOT).format(date);
            case 'Z' -> String.format(Locale.ROOT, "%+d", date.getOffset().getTotalSeconds() / 60);
            case '%' -> "%";
            default -> throw Refusals.location(18536, "Invalid format character '%" + letter + "' in format string");
        };
    }

    private static String padded(int number, int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "d", number);
    }

    private static @Nullable Object date(Operands.Named operands, Scope scope) {
        var given = operands.value("dateString", scope);
        if (given == null) {
            return operands.has("onNull") ? operands.raw("onNull", scope) : null;
        }
        var zone = DateParts.zone(operands, scope);
        if (zone == null) {
            return null;
        }
        try {
            if (!(given instanceof String text)) {
                throw Conversions.failure(
                        "$dateFromString requires that 'dateString' be a string, found: " + Types.alias(given));
            }
            var pattern = operands.value("format", scope) instanceof String format ? reading(format) : ISO;
            return parse(text, pattern, zone);
        } catch (MongoServerError failure) {
            if (operands.has("onError") && failure.getCode() == 241) {
                return operands.raw("onError", scope);
            }
            throw failure;
        }
    }

    private static Pattern reading(String format) {
        var pattern = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%') {
                pattern.append(Pattern.quote(format.substring(i, i + 1)));
            } else if (++i == format.length()) {
                throw Refusals.location(18535, "Unmatched '%' at end of format string");
            } else {
                var part = READ.get(format.charAt(i));
                if (part == null) {
                    throw Refusals.location(
                            18536, "Invalid format character '%" + format.charAt(i) + "' in format string");
                }
                pattern.append(part);
            }
        }
        return Pattern.compile(pattern.toString());
    }

    static Instant parse(String text) {
        return parse(text, ISO, ZoneOffset.UTC);
    }

    private static Instant parse(String text, Pattern pattern, ZoneId zone) {
        var matcher = pattern.matcher(text.strip());
        if (!matcher.matches()) {
            throw Conversions.failure("Error parsing date string '" + text + "'");
        }
        var parts = parts(pattern, matcher);
        try {
            var offset = parts.get('z');
            var own = offset == null ? zone : offset.equals("Z") ? ZoneOffset.UTC : ZoneId.of(offset);
            return LocalDate.of(number(parts, 'Y', 1970), number(parts, 'm', 1), number(parts, 'd', 1))
                    .atTime(number(parts, 'H', 0), number(parts, 'M', 0), number(parts, 'S', 0))
                    .plusNanos(milliseconds(parts.get('L')) * 1_000_000L)
                    .atZone(own)
                    .toInstant();
        } catch (DateTimeException impossible) {
            throw Conversions.failure("Error parsing date string '" + text + "'");
        }
    }

    private static Map<Character, String> parts(Pattern pattern, Matcher matcher) {
        var parts = new HashMap<Character, String>();
        for (char letter : "YmdHMSLz".toCharArray()) {
            if (pattern.pattern().contains("(?<" + letter + ">") && matcher.group(String.valueOf(letter)) != null) {
                parts.put(letter, matcher.group(String.valueOf(letter)));
            }
        }
        return parts;
    }

    private static int number(Map<Character, String> parts, char letter, int otherwise) {
        return parts.containsKey(letter) ? Integer.parseInt(parts.get(letter)) : otherwise;
    }

    private static int milliseconds(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "00").substring(0, 3));
    }
}
