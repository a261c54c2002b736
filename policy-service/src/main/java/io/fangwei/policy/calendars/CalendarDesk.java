package io.fangwei.policy.calendars;

import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.calendars.CalendarCommand.ProposeYear;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Where notices of the State Council are handed in, looked at and published. */
@Service
public class CalendarDesk {

    private final HolidayYears years;
    private final KnownClocks clocks;
    private final Deadlines deadlines;
    private final Clock clock;

    public CalendarDesk(HolidayYears years, KnownClocks clocks, Deadlines deadlines, Clock clock) {
        this.years = years;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.clock = clock;
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

    /** Clocks that were due before the year are not touched by it. */
    public AffectedDeadlines preview(int year) {
        var proposed = get(year).proposal().asYear();
        var preview =
                new Preview(deadlines.rules(), deadlines.calendar().with(proposed, year + ".?"), LocalDate.now(clock));
        clocks.dueFrom(LocalDate.of(year, 1, 1), preview::tryOn);
        return preview.of(year);
    }

    private static UUID id(int year) {
        return Ids.of("calendar-year", year);
    }
}
