package io.fangwei.policy.calendars;

import io.fangwei.kernel.calendar.WorkingCalendar;
import io.fangwei.kernel.deadlines.ClockFact.State;
import io.fangwei.kernel.deadlines.DayUnit;
import io.fangwei.kernel.deadlines.Deadline;
import io.fangwei.kernel.deadlines.RulePack;
import io.fangwei.policy.calendars.AffectedDeadlines.Moved;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tries a proposed year on clocks, one after another, and counts. */
final class Preview {

    private final RulePack rules;
    private final WorkingCalendar calendar;
    private final LocalDate today;
    private final List<Moved> shown = new ArrayList<>();
    private int open;
    private int ended;
    private int affected;
    private int withdrawn;
    private int raised;

    Preview(RulePack rules, WorkingCalendar calendar, LocalDate today) {
        this.rules = rules;
        this.calendar = calendar;
        this.today = today;
    }

    void tryOn(KnownClock clock) {
        if (clock.state() == State.STARTED) {
            open++;
        } else {
            ended++;
        }
        var rule = rules.clocks().get(clock.rule());
        if (rule == null || rule.unit() != DayUnit.WORKING_DAYS) {
            return;
        }
        var due = Deadline.of(rule, clock.start(), calendar).due();
        if (!due.equals(clock.due())) {
            count(new Moved(clock, due, clock.ifDue(due, today)));
        }
    }

    private void count(Moved moved) {
        affected++;
        withdrawn += moved.isWithdrawn() ? 1 : 0;
        raised += moved.isRaised() ? 1 : 0;
        if (shown.size() < AffectedDeadlines.SHOWN) {
            shown.add(moved);
        }
    }

    AffectedDeadlines of(int year) {
        return new AffectedDeadlines(year, open, ended, affected, withdrawn, raised, shown);
    }
}
