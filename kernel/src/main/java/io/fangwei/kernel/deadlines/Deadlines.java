package io.fangwei.kernel.deadlines;

import io.fangwei.kernel.calendar.WorkingCalendar;
import java.time.LocalDate;

/** The clocks in force: a rule pack counted by a calendar. What is published replaces them while the service runs (D4). */
public final class Deadlines {

    private record InForce(RulePack rules, WorkingCalendar calendar) {}

    private volatile InForce inForce;

    public Deadlines(RulePack rules, WorkingCalendar calendar) {
        this.inForce = new InForce(rules, calendar);
    }

    public RulePack rules() {
        return inForce.rules();
    }

    public WorkingCalendar calendar() {
        return inForce.calendar();
    }

    /** Clocks that start from now on run by these; those that run already keep the length they started with. */
    public void adopt(RulePack rules, WorkingCalendar calendar) {
        inForce = new InForce(rules, calendar);
    }

    public Deadline start(String rule, LocalDate start) {
        var now = inForce;
        return now.rules().deadline(rule, start, now.calendar());
    }

    /** A limit that people agreed as a date. */
    public Deadline until(String rule, LocalDate start, LocalDate due) {
        return Deadline.until(rule, start, due, calendar());
    }
}
