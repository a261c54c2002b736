package io.fangwei.localmongo.expressions;

import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Moves dates, and measures between them, in the calendar of a time zone. */
final class DateArithmetic {

    private static final LocalDate REFERENCE = LocalDate.of(2000, 1, 1);
    private static final Map<String, Long> MILLISECONDS =
            Map.of("hour", 3_600_000L, "minute", 60_000L, "second", 1_000L, "millisecond", 1L);

    private DateArithmetic() {}

    static void addTo(Map<String, ExpressionReader.Operator> operators) {
        operators.put(
                "$dateAdd",
                Operands.named(
                        "$dateAdd",
                        Set.of("startDate", "unit", "amount"),
                        Set.of("timezone"),
                        (operands, scope) -> moved(operands, scope, 1)));
        operators.put(
                "$dateSubtract",
                Operands.named(
                        "$dateSubtract",
                        Set.of("startDate", "unit", "amount"),
                        Set.of("timezone"),
                        (operands, scope) -> moved(operands, scope, -1)));
        operators.put(
                "$dateDiff",
                Operands.named(
                        "$dateDiff",
                        Set.of("startDate", "endDate", "unit"),
                        Set.of("timezone", "startOfWeek"),
                        DateArithmetic::difference));
        operators.put(
                "$dateTrunc",
                Operands.named(
                        "$dateTrunc",
                        Set.of("date", "unit"),
                        Set.of("binSize", "timezone", "startOfWeek"),
                        DateArithmetic::truncated));
    }

    private static @Nullable Object moved(Operands.Named operands, Scope scope, int sign) {
        var start = operands.value("startDate", scope);
        var unit = operands.value("unit", scope);
        var amount = operands.value("amount", scope);
        var zone = DateParts.zone(operands, scope);
        if (start == null || unit == null || amount == null || zone == null) {
            return null;
        }
        if (!(amount instanceof Number number) || !Numbers.isIntegral(number)) {
            throw Refusals.location(5166405, "expects integer amount of time units");
        }
        return moved(Zones.date(start).atZone(zone), unit(unit), sign * Numbers.toLong(number));
    }

    private static Instant moved(ZonedDateTime date, String unit, long amount) {
        return Zones.inRange(() -> movedAnywhere(date, unit, amount));
    }

    private static Instant movedAnywhere(ZonedDateTime date, String unit, long amount) {
        var moved = switch (unit) {
            case "year" -> date.plusYears(amount);
            case "quarter" -> date.plusMonths(Math.multiplyExact(3, amount));
            case "month" -> date.plusMonths(amount);
            case "week" -> date.plusWeeks(amount);
            case "day" -> date.plusDays(amount);
            default -> date.plus(Math.multiplyExact(MILLISECONDS.get(unit), amount), ChronoUnit.MILLIS);
        };
        return moved.toInstant();
    }

    private static String unit(Object unit) {
        if (!(unit instanceof String name)) {
            throw Refusals.location(5439013, "unit must be of type string, found " + Types.alias(unit));
        }
        if (!Set.of("year", "quarter", "month", "week", "day").contains(name) && !MILLISECONDS.containsKey(name)) {
            throw Refusals.failedToParse("unknown time unit value: " + name);
        }
        return name;
    }

    /** How many borders of the unit lie between. */
    private static @Nullable Object difference(Operands.Named operands, Scope scope) {
        var start = operands.value("startDate", scope);
        var end = operands.value("endDate", scope);
        var unit = operands.value("unit", scope);
        var zone = DateParts.zone(operands, scope);
        if (start == null || end == null || unit == null || zone == null) {
            return null;
        }
        var week = firstDay(operands.value("startOfWeek", scope));
        var from = Zones.date(start).atZone(zone);
        var to = Zones.date(end).atZone(zone);
        var name = unit(unit);
        if (MILLISECONDS.containsKey(name)) {
            long offset = from.getOffset().getTotalSeconds() * 1000L;
            long size = MILLISECONDS.get(name);
            return Math.floorDiv(to.toInstant().toEpochMilli() + offset, size)
                    - Math.floorDiv(from.toInstant().toEpochMilli() + offset, size);
        }
        return number(to.toLocalDate(), name, week) - number(from.toLocalDate(), name, week);
    }

    private static long number(LocalDate date, String unit, DayOfWeek firstDay) {
        return switch (unit) {
            case "year" -> date.getYear();
            case "quarter" -> date.getYear() * 4L + (date.getMonthValue() - 1) / 3;
            case "month" -> date.getYear() * 12L + date.getMonthValue();
            case "week" -> Math.floorDiv(ChronoUnit.DAYS.between(weekZero(firstDay), date), 7L);
            default -> date.toEpochDay();
        };
    }

    private static LocalDate weekZero(DayOfWeek firstDay) {
        return REFERENCE.plusDays(
                Math.floorMod(firstDay.getValue() - REFERENCE.getDayOfWeek().getValue(), 7));
    }

    private static DayOfWeek firstDay(@Nullable Object name) {
        if (name == null) {
            return DayOfWeek.SUNDAY;
        }
        var wanted = name.toString().toUpperCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(wanted)
                        || wanted.length() >= 3 && day.name().substring(0, 3).equals(wanted))
                .findFirst()
                .orElseThrow(() -> Refusals.failedToParse("unknown day of week value: " + name));
    }

    private static @Nullable Object truncated(Operands.Named operands, Scope scope) {
        var given = operands.value("date", scope);
        var unit = operands.value("unit", scope);
        var zone = DateParts.zone(operands, scope);
        var bin = operands.has("binSize") ? operands.value("binSize", scope) : (Object) 1;
        if (given == null || unit == null || zone == null || bin == null) {
            return null;
        }
        if (!(bin instanceof Number number) || !Numbers.isIntegral(number) || Numbers.toLong(number) < 1) {
            throw Refusals.location(5439017, "$dateTrunc requires 'binSize' to be a 64-bit integer greater than 0");
        }
        return truncated(
                Zones.date(given),
                zone,
                unit(unit),
                Numbers.toLong(number),
                firstDay(operands.value("startOfWeek", scope)));
    }

    private static Instant truncated(Instant date, ZoneId zone, String unit, long bin, DayOfWeek firstDay) {
        return Zones.inRange(() -> truncatedAnywhere(date, zone, unit, bin, firstDay));
    }

    private static Instant truncatedAnywhere(Instant date, ZoneId zone, String unit, long bin, DayOfWeek firstDay) {
        var local = date.atZone(zone).toLocalDateTime();
        if (MILLISECONDS.containsKey(unit)) {
            long size = MILLISECONDS.get(unit) * bin;
            long since = ChronoUnit.MILLIS.between(REFERENCE.atStartOfDay(), local);
            return date.minusMillis(Math.floorMod(since, size)).minusNanos(date.getNano() % 1_000_000);
        }
        LocalDateTime start = switch (unit) {
            case "year" ->
                REFERENCE
                        .plusYears(floor(local.getYear() - REFERENCE.getYear(), bin))
                        .atStartOfDay();
            case "quarter" ->
                REFERENCE.plusMonths(floor(months(local), 3 * bin)).atStartOfDay();
            case "month" -> REFERENCE.plusMonths(floor(months(local), bin)).atStartOfDay();
            case "week" -> days(weekZero(firstDay), local, 7 * bin);
            default -> days(REFERENCE, local, bin);
        };
        return start.atZone(zone).toInstant();
    }

    private static long months(LocalDateTime local) {
        return (local.getYear() - REFERENCE.getYear()) * 12L + local.getMonthValue() - 1;
    }

    private static LocalDateTime days(LocalDate from, LocalDateTime local, long size) {
        return from.plusDays(floor(ChronoUnit.DAYS.between(from, local.toLocalDate()), size))
                .atStartOfDay();
    }

    private static long floor(long value, long size) {
        return Math.floorDiv(value, size) * size;
    }
}
