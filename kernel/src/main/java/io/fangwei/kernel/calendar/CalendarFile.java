package io.fangwei.kernel.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The calendar that is shipped: the years of {@code working-calendar.json}. */
public final class CalendarFile {

    /** The version of the shipped calendar; a published year leads to another one. */
    public static final String VERSION = "shipped-2026";

    private record Year(
            CalendarYear.Status status,
            Set<LocalDate> weekdayOff,
            Set<LocalDate> weekendWork,
            List<CalendarYear.Period> periods) {}

    private record File(Map<Integer, Year> years) {}

    private CalendarFile() {}

    public static WorkingCalendar read() {
        try (InputStream in = CalendarFile.class.getResourceAsStream("/working-calendar.json")) {
            var json = JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
            var years = new TreeMap<Integer, CalendarYear>();
            json.readValue(in, File.class).years().forEach((year, read) -> years.put(year, year(year, read)));
            return new WorkingCalendar(VERSION, years);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CalendarYear year(int year, Year read) {
        return new CalendarYear(year, read.status(), read.weekdayOff(), read.weekendWork(), read.periods());
    }
}
