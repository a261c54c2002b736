package io.fangwei.kernel.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One year of the State Council's holiday notice: the weekdays that are off and the weekend days that are worked. A year
 * without a notice is {@link Status#PROVISIONAL}: Monday to Friday count (AMB-01).
 */
public record CalendarYear(
        int year, Status status, Set<LocalDate> weekdayOff, Set<LocalDate> weekendWork, List<Period> periods) {

    /** Whether the year rests on an official notice. */
    public enum Status {
        OFFICIAL,
        PROVISIONAL
    }

    /** A named holiday, first and last day included. */
    public record Period(LocalDate from, LocalDate to, String name) {

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    public CalendarYear {
        weekdayOff = Set.copyOf(weekdayOff);
        weekendWork = Set.copyOf(weekendWork);
        periods = List.copyOf(periods);
    }

    static CalendarYear provisional(int year) {
        return new CalendarYear(year, Status.PROVISIONAL, Set.of(), Set.of(), List.of());
    }

    DayKind kindOf(LocalDate day) {
        var weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        if (weekend) {
            return weekendWork.contains(day)
                    ? DayKind.MAKE_UP_DAY
                    : holidayAt(day).isPresent() ? DayKind.HOLIDAY : DayKind.WEEKEND;
        }
        return weekdayOff.contains(day) ? DayKind.HOLIDAY : DayKind.WORKING_DAY;
    }

    Optional<String> holidayAt(LocalDate day) {
        return periods.stream()
                .filter(period -> period.contains(day))
                .map(Period::name)
                .findFirst();
    }
}
