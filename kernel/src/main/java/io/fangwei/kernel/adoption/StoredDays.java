package io.fangwei.kernel.adoption;

import io.fangwei.kernel.calendar.CalendarYear;
import io.fangwei.kernel.calendar.CalendarYear.Period;
import io.fangwei.kernel.deadlines.ClockRule;
import io.fangwei.kernel.deadlines.DayUnit;
import io.fangwei.kernel.deadlines.RulePack;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** Calendar years and rule packs as they lie in the copies; what cannot be read is refused. */
final class StoredDays {

    private StoredDays() {}

    static CalendarYear year(int year, Document stored) {
        return new CalendarYear(
                year,
                CalendarYear.Status.OFFICIAL,
                days(stored, "weekdayOff"),
                days(stored, "weekendWork"),
                stored.getList("periods", Document.class).stream()
                        .map(period -> new Period(day(period, "from"), day(period, "to"), period.getString("name")))
                        .toList());
    }

    static RulePack pack(String id, String version, Document stored) {
        List<ClockRule> clocks = stored.getList("clocks", Document.class).stream()
                .map(clock -> new ClockRule(
                        clock.getString("rule"),
                        clock.getInteger("length"),
                        DayUnit.valueOf(clock.getString("unit")),
                        clock.getBoolean("binding")))
                .toList();
        return RulePack.of(id, version, clocks);
    }

    private static Set<LocalDate> days(Document stored, String field) {
        return stored.getList(field, String.class).stream()
                .map(LocalDate::parse)
                .collect(Collectors.toSet());
    }

    private static LocalDate day(Document period, String field) {
        return LocalDate.parse(period.getString(field));
    }
}
