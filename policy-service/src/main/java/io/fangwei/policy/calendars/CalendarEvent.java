package io.fangwei.policy.calendars;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import java.time.LocalDate;
import java.util.List;

/** What happens to a year of the working calendar. */
public sealed interface CalendarEvent extends Event {

    @EventType(value = "policy.calendar-year-proposed.v1", local = true)
    record CalendarYearProposed(int year, String noticeNo) implements CalendarEvent {}

    /**
     * The year is in force for all services.
     *
     * @param revision 1 for the first notice of a year, more for each that replaces it
     */
    @EventType("policy.calendar-year-published.v1")
    record CalendarYearPublished(
            int year,
            int revision,
            String noticeNo,
            List<LocalDate> weekdayOff,
            List<LocalDate> weekendWork,
            List<Holiday> periods)
            implements CalendarEvent {}
}
