package io.fangwei.kernel.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The Chinese working days of all years known, under one version (AMB-01, AMB-02, D4). */
public record WorkingCalendar(String version, Map<Integer, CalendarYear> years) {

    public WorkingCalendar {
        years = Map.copyOf(years);
    }

    /** This calendar with another year in it, under a version of its own. */
    public WorkingCalendar with(CalendarYear year, String ofIt) {
        var more = new HashMap<>(years);
        more.put(year.year(), year);
        return new WorkingCalendar(version + "+" + ofIt, more);
    }

    public boolean isWorkingDay(LocalDate day) {
        return kindOf(day).isCounted();
    }

    public DayKind kindOf(LocalDate day) {
        return year(day.getYear()).kindOf(day);
    }

    /** The name of the holiday that the day belongs to. */
    public Optional<String> holidayAt(LocalDate day) {
        return year(day.getYear()).holidayAt(day);
    }

    /** The n-th working day after {@code start}; the start day itself never counts. */
    public LocalDate after(LocalDate start, int workingDays) {
        return nth(start, workingDays, 1);
    }

    /** The n-th working day before {@code end}; the end day itself never counts. */
    public LocalDate before(LocalDate end, int workingDays) {
        return nth(end, workingDays, -1);
    }

    /** True if any day from {@code from} to {@code to} lies in a year without an official notice. */
    public boolean isProvisional(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear())
                .anyMatch(year -> year(year).status() == CalendarYear.Status.PROVISIONAL);
    }

    public CalendarYear year(int year) {
        var known = years.get(year);
        return known == null ? CalendarYear.provisional(year) : known;
    }

    private LocalDate nth(LocalDate start, int workingDays, int step) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("Working days are counted from 1, not " + workingDays);
        }
        return Stream.iterate(start.plusDays(step), day -> day.plusDays(step))
                .filter(this::isWorkingDay)
                .skip(workingDays - 1L)
                .findFirst()
                .orElseThrow();
    }
}
