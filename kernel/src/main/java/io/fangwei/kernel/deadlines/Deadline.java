package io.fangwei.kernel.deadlines;

import io.fangwei.kernel.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The last day on which something may still be done in time, with the rule that gave it. The due day is fixed when the
 * clock starts and is part of the time allowed to its last instant, zone Asia/Shanghai (AMB-02, D4).
 *
 * @param rule the clock of the requirements, for example {@code CLK-01}
 * @param length how many units after the start; 0 calendar days is the start day itself
 */
public record Deadline(String rule, LocalDate start, int length, DayUnit unit, LocalDate due, String calendarVersion) {

    public static Deadline of(ClockRule clock, LocalDate start, WorkingCalendar calendar) {
        var due = switch (clock.unit()) {
            case WORKING_DAYS -> calendar.after(start, clock.length());
            case CALENDAR_DAYS -> start.plusDays(clock.length());
        };
        return new Deadline(clock.rule(), start, clock.length(), clock.unit(), due, calendar.version());
    }

    /** A limit that was agreed as a date, not counted (CLK-14). */
    public static Deadline until(String rule, LocalDate start, LocalDate due, WorkingCalendar calendar) {
        var days = Math.toIntExact(start.until(due, java.time.temporal.ChronoUnit.DAYS));
        return new Deadline(rule, start, days, DayUnit.CALENDAR_DAYS, due, calendar.version());
    }

    /** The same clock with the due day that this calendar gives; itself if that is the day it has. */
    public Deadline recounted(WorkingCalendar by) {
        var moved = unit == DayUnit.WORKING_DAYS ? by.after(start, length) : due;
        return moved.equals(due) ? this : new Deadline(rule, start, length, unit, moved, by.version());
    }

    public boolean isMissedOn(LocalDate day) {
        return day.isAfter(due);
    }

    /** This clock as an event tells it, not yet met or missed. */
    public ClockFact started() {
        return new ClockFact(rule, ClockFact.State.STARTED, start, due, calendarVersion, null);
    }

    /** This clock as the event tells it that ends it on {@code day}. */
    public ClockFact endedOn(LocalDate day) {
        var state = isMissedOn(day) ? ClockFact.State.MISSED : ClockFact.State.MET;
        return new ClockFact(rule, state, start, due, calendarVersion, day);
    }

    /** This clock as the event tells it that notices the missed due day. */
    public ClockFact overdue() {
        return new ClockFact(rule, ClockFact.State.MISSED, start, due, calendarVersion, null);
    }

    /** Every day from the start to the due day: counted or not, and why. */
    public List<ExplainedDay> explain(WorkingCalendar calendar) {
        var number = new int[1];
        return Stream.iterate(start, day -> !day.isAfter(due), day -> day.plusDays(1))
                .map(day -> ExplainedDay.of(day, this, calendar, number))
                .toList();
    }
}
