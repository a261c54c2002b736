package io.fangwei.policy.calendars;

import io.fangwei.kernel.calendar.CalendarYear;
import io.fangwei.policy.rules.PolicyRule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the State Council's notice says of a year: its holidays and the weekend days that are worked for them.
 *
 * @param noticeNo of the notice, for example 国办发明电〔2025〕7号
 */
public record HolidayNotice(int year, String noticeNo, List<Holiday> holidays, List<LocalDate> weekendWork) {

    /** A notice that contradicts itself or speaks of another year is refused. */
    public HolidayNotice {
        holidays = List.copyOf(holidays);
        weekendWork = List.copyOf(new TreeSet<>(weekendWork));
        PolicyRule.NOTICE_INCONSISTENT.require(!holidays.isEmpty(), year);
        for (var holiday : holidays) {
            PolicyRule.NOTICE_INCONSISTENT.require(
                    !holiday.to().isBefore(holiday.from())
                            && holiday.from().until(holiday.to()).toTotalMonths() == 0
                            && (holiday.from().getYear() == year || holiday.to().getYear() == year),
                    holiday.name());
        }
        for (var day : weekendWork) {
            PolicyRule.NOTICE_INCONSISTENT.require(
                    day.getYear() == year
                            && isWeekend(day)
                            && holidays.stream().noneMatch(holiday -> holiday.contains(day)),
                    day);
        }
    }

    /** The days off that are no weekend, within the year. */
    public List<LocalDate> weekdayOff() {
        return holidays.stream()
                .flatMap(holiday -> holiday.from().datesUntil(holiday.to().plusDays(1)))
                .filter(day -> day.getYear() == year && !isWeekend(day))
                .distinct()
                .sorted()
                .toList();
    }

    /** The year as clocks are counted by it. */
    public CalendarYear asYear() {
        return new CalendarYear(
                year,
                CalendarYear.Status.OFFICIAL,
                Set.copyOf(weekdayOff()),
                Set.copyOf(weekendWork),
                holidays.stream()
                        .map(holiday -> new CalendarYear.Period(holiday.from(), holiday.to(), holiday.name()))
                        .toList());
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
}
