package io.fangwei.launcher.demo;

import io.fangwei.kernel.calendar.CalendarFile;
import io.fangwei.kernel.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The working days on which the demo year happens. */
final class WorkDays {

    /** The last day on which anybody does anything. */
    static final LocalDate LAST = LocalDate.of(2026, 1, 14);

    private final WorkingCalendar calendar = CalendarFile.read();

    LocalDate after(LocalDate day, int workingDays) {
        return workingDays == 0 ? day : calendar.after(day, workingDays);
    }

    LocalDate before(LocalDate day, int workingDays) {
        return workingDays == 0 ? day : calendar.before(day, workingDays);
    }

    LocalDate onOrAfter(LocalDate day) {
        return calendar.isWorkingDay(day) ? day : calendar.after(day, 1);
    }

    LocalDate onOrBefore(LocalDate day) {
        return calendar.isWorkingDay(day) ? day : calendar.before(day, 1);
    }

    boolean isWorkingDay(LocalDate day) {
        return calendar.isWorkingDay(day);
    }

    List<LocalDate> between(LocalDate from, LocalDate to) {
        return Stream.iterate(from, day -> !day.isAfter(to), day -> day.plusDays(1))
                .filter(calendar::isWorkingDay)
                .toList();
    }
}
