package io.fangwei.policy.calendars;

import io.fangwei.kernel.calendar.WorkingCalendar;
import io.fangwei.kernel.deadlines.DayUnit;
import io.fangwei.kernel.deadlines.Deadline;
import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.deadlines.RulePack;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.calendars.AffectedDeadlines.Moved;
import io.fangwei.policy.calendars.CalendarCommand.ProposeYear;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Where notices of the State Council are handed in, looked at and published. */
@Service
public class CalendarDesk {

    private final HolidayYears years;
    private final OpenClocks clocks;
    private final Deadlines deadlines;

    public CalendarDesk(HolidayYears years, OpenClocks clocks, Deadlines deadlines) {
        this.years = years;
        this.clocks = clocks;
        this.deadlines = deadlines;
    }

    public HolidayYear propose(int year, ProposeYear command) {
        return propose(new HolidayNotice(year, command.noticeNo(), command.holidays(), command.weekendWork()));
    }

    public HolidayYear propose(HolidayNotice notice) {
        return years.open(id(notice.year()), notice.year(), year -> year.propose(notice));
    }

    public HolidayYear publish(int year) {
        return years.change(id(year), HolidayYear::publish);
    }

    public HolidayYear get(int year) {
        return years.get(id(year));
    }

    public Page<HolidayYear> page(Pages page) {
        return years.page(page);
    }

    /** Clocks that end before the year are not touched by it. */
    public AffectedDeadlines preview(int year) {
        var proposed = get(year).proposal().asYear();
        var calendar = deadlines.calendar().with(proposed, year + ".?");
        var count = new int[2];
        var moved = new ArrayList<Moved>();
        clocks.dueFrom(LocalDate.of(year, 1, 1), clock -> {
            count[0]++;
            due(clock, deadlines.rules(), calendar)
                    .filter(due -> !due.equals(clock.due()))
                    .ifPresent(due -> {
                        if (count[1]++ < AffectedDeadlines.SHOWN) {
                            moved.add(new Moved(clock, due));
                        }
                    });
        });
        return new AffectedDeadlines(year, count[0], count[1], List.copyOf(moved));
    }

    /** Empty if the clock is not counted in working days. */
    private static Optional<LocalDate> due(OpenClock clock, RulePack rules, WorkingCalendar calendar) {
        return Optional.ofNullable(rules.clocks().get(clock.rule()))
                .filter(rule -> rule.unit() == DayUnit.WORKING_DAYS)
                .map(rule -> Deadline.of(rule, clock.start(), calendar).due());
    }

    private static UUID id(int year) {
        return Ids.of("calendar-year", year);
    }
}
