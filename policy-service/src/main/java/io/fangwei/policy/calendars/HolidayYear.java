package io.fangwei.policy.calendars;

import io.fangwei.kernel.events.Aggregate;
import io.fangwei.policy.calendars.CalendarEvent.CalendarYearProposed;
import io.fangwei.policy.calendars.CalendarEvent.CalendarYearPublished;
import io.fangwei.policy.rules.PolicyRule;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A year of the working calendar: the notice that is in force, and the one that is proposed to replace it (AMB-01). */
public final class HolidayYear implements Aggregate {

    private final UUID yearId;
    private final int year;
    private int revision;
    private @Nullable HolidayNotice proposed;
    private @Nullable HolidayNotice published;

    private HolidayYear(UUID yearId, int year, int revision) {
        this.yearId = yearId;
        this.year = year;
        this.revision = revision;
    }

    public static HolidayYear of(UUID yearId, int year) {
        return new HolidayYear(yearId, year, 0);
    }

    /** A proposal replaces the one before it and changes no deadline. */
    public List<CalendarEvent> propose(HolidayNotice notice) {
        proposed = notice;
        return List.of(new CalendarYearProposed(year, notice.noticeNo()));
    }

    public List<CalendarEvent> publish() {
        var notice = proposal();
        published = notice;
        proposed = null;
        revision++;
        return List.of(new CalendarYearPublished(
                year, revision, notice.noticeNo(), notice.weekdayOff(), notice.weekendWork(), notice.holidays()));
    }

    /** What is proposed; refuses where nothing is. */
    public HolidayNotice proposal() {
        if (proposed == null) {
            throw PolicyRule.NOTHING_PROPOSED.broken(String.valueOf(year));
        }
        return proposed;
    }

    @Override
    public String status() {
        return revision == 0 ? "PROPOSED" : "PUBLISHED";
    }

    public UUID getYearId() {
        return yearId;
    }

    public int getYear() {
        return year;
    }

    public int getRevision() {
        return revision;
    }

    public @Nullable HolidayNotice getProposed() {
        return proposed;
    }

    public @Nullable HolidayNotice getPublished() {
        return published;
    }
}
