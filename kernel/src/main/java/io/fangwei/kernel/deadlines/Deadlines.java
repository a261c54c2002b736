package io.fangwei.kernel.deadlines;

import io.fangwei.kernel.calendar.WorkingCalendar;
import java.time.LocalDate;

/** The clocks in force: a rule pack counted by a calendar. */
public record Deadlines(RulePack rules, WorkingCalendar calendar) {

    public Deadline start(String rule, LocalDate start) {
        return rules.deadline(rule, start, calendar);
    }

    /** A limit that people agreed as a date. */
    public Deadline until(String rule, LocalDate start, LocalDate due) {
        return Deadline.until(rule, start, due, calendar);
    }
}
