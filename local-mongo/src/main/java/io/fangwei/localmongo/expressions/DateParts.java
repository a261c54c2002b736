package io.fangwei.localmongo.expressions;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts of a date, and dates out of parts. */
final class DateParts {

    private DateParts() {}

    static void addTo(Map<String, ExpressionReader.Operator> operators) {
        add(operators, "$year", ZonedDateTime::getYear);
        add(operators, "$month", ZonedDateTime::getMonthValue);
        add(operators, "$dayOfMonth", ZonedDateTime::getDayOfMonth);
        add(operators, "$dayOfYear", ZonedDateTime::getDayOfYear);
        add(operators, "$dayOfWeek", DateParts::dayOfWeek);
        add(operators, "$hour", ZonedDateTime::getHour);
        add(operators, "$minute", ZonedDateTime::getMinute);
        add(operators, "$second", ZonedDateTime::getSecond);
        add(operators, "$millisecond", date -> date.get(ChronoField.MILLI_OF_SECOND));
        add(operators, "$week", DateParts::week);
        add(operators, "$isoDayOfWeek", date -> date.getDayOfWeek().getValue());
        add(operators, "$isoWeek", date -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        add(operators, "$isoWeekYear", date -> (long) date.get(IsoFields.WEEK_BASED_YEAR));
        operators.put(
                "$dateToParts",
                Operands.named("$dateToParts", Set.of("date"), Set.of("timezone", "iso8601"), DateParts::parts));
        operators.put(
                "$dateFromParts",
                Operands.named(
                        "$dateFromParts",
                        Set.of(),
                        Set.of(
                                "year",
                                "month",
                                "day",
                                "isoWeekYear",
                                "isoWeek",
                                "isoDayOfWeek",
                                "hour",
                                "minute",
                                "second",
                                "millisecond",
                                "timezone"),
                        DateParts::date));
    }

    private static void add(
            Map<String, ExpressionReader.Operator> operators, String name, Function<ZonedDateTime, Object> part) {
        operators.put(name, (reader, operand) -> {
            if (operand instanceof Document document
                    && (document.containsKey("date") || document.containsKey("timezone"))) {
                if (!document.containsKey("date")) {
                    throw Refusals.location(40539, "missing 'date' argument to " + name + ", provided: " + document);
                }
                var named = Operands.read(reader, name, document, Set.of("date"), Set.of("timezone"));
                return scope -> part(named.value("date", scope), zone(named, scope), part);
            }
            var only = Operands.expressions(reader, operand, name, 1, 1).get(0);
            return scope -> part(only.evaluate(scope), ZoneOffset.UTC, part);
        });
    }

    private static @Nullable Object part(
            @Nullable Object date, @Nullable ZoneId zone, Function<ZonedDateTime, Object> part) {
        return Types.isNothing(date) || zone == null
                ? null
                : part.apply(Zones.date(date).atZone(zone));
    }

    /** UTC if none is given, null if nothing is. */
    static @Nullable ZoneId zone(Operands.Named operands, Scope scope) {
        if (!operands.has("timezone")) {
            return ZoneOffset.UTC;
        }
        var given = operands.value("timezone", scope);
        return given == null ? null : Zones.zone(given);
    }

    static int dayOfWeek(ZonedDateTime date) {
        return date.getDayOfWeek().getValue() % 7 + 1;
    }

    /** Weeks begin on Sunday; the days before the first one are week 0. */
    static int week(ZonedDateTime date) {
        return (date.getDayOfYear() - 1 + 7 - (dayOfWeek(date) - 1)) / 7;
    }

    private static @Nullable Object parts(Operands.Named operands, Scope scope) {
        var given = operands.value("date", scope);
        var zone = zone(operands, scope);
        if (given == null || zone == null) {
            return null;
        }
        var date = Zones.date(given).atZone(zone);
        var parts = new Document();
        if (Types.isTrue(operands.value("iso8601", scope))) {
            parts.append("isoWeekYear", date.get(IsoFields.WEEK_BASED_YEAR))
                    .append("isoWeek", date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
                    .append("isoDayOfWeek", date.getDayOfWeek().getValue());
        } else {
            parts.append("year", date.getYear())
                    .append("month", date.getMonthValue())
                    .append("day", date.getDayOfMonth());
        }
        return parts.append("hour", date.getHour())
                .append("minute", date.getMinute())
                .append("second", date.getSecond())
                .append("millisecond", date.get(ChronoField.MILLI_OF_SECOND));
    }

    /** A part beyond its range carries over. */
    private static @Nullable Object date(Operands.Named operands, Scope scope) {
        boolean weeks = operands.has("isoWeekYear");
        if (!weeks && !operands.has("year")) {
            throw Refusals.location(40516, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
        }
        var zone = zone(operands, scope);
        for (String part : new String[] {
            "year", "month", "day", "isoWeekYear", "isoWeek", "isoDayOfWeek", "hour", "minute", "second", "millisecond"
        }) {
            if (operands.has(part) && operands.value(part, scope) == null) {
                return null;
            }
        }
        if (zone == null) {
            return null;
        }
        return Zones.inRange(() -> date(operands, scope, zone, weeks));
    }

    private static Instant date(Operands.Named operands, Scope scope, ZoneId zone, boolean weeks) {
        LocalDate day = weeks
                ? LocalDate.of(year(operands, "isoWeekYear", scope), 1, 4)
                        .with(ChronoField.DAY_OF_WEEK, 1)
                        .plusWeeks(part(operands, "isoWeek", scope, 1) - 1)
                        .plusDays(part(operands, "isoDayOfWeek", scope, 1) - 1)
                : LocalDate.of(year(operands, "year", scope), 1, 1)
                        .plusMonths(part(operands, "month", scope, 1) - 1)
                        .plusDays(part(operands, "day", scope, 1) - 1);
        LocalDateTime time = day.atStartOfDay()
                .plusHours(part(operands, "hour", scope, 0))
                .plusMinutes(part(operands, "minute", scope, 0))
                .plusSeconds(part(operands, "second", scope, 0))
                .plus(part(operands, "millisecond", scope, 0), ChronoUnit.MILLIS);
        return time.atZone(zone).toInstant();
    }

    private static int year(Operands.Named operands, String name, Scope scope) {
        long year = part(operands, name, scope, 1);
        if (year < 1 || year > 9999) {
            throw Refusals.location(
                    40523, "'" + name + "' must evaluate to an integer in the range 1 to 9999, found " + year);
        }
        return (int) year;
    }

    private static long part(Operands.Named operands, String name, Scope scope, long otherwise) {
        if (!operands.has(name)) {
            return otherwise;
        }
        if (operands.value(name, scope) instanceof Number number && Numbers.isIntegral(number)) {
            return Numbers.toLong(number);
        }
        throw Refusals.location(
                40515, "'" + name + "' must evaluate to an integer, found " + Types.alias(operands.value(name, scope)));
    }
}
