package io.fangwei.policy.calendars;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** All years of which there is a notice. */
public interface HolidayYears {

    /** Changes a year, or begins with it. */
    HolidayYear open(UUID yearId, int year, Function<HolidayYear, List<CalendarEvent>> action);

    HolidayYear change(UUID yearId, Function<HolidayYear, List<CalendarEvent>> action);

    HolidayYear get(UUID yearId);

    Page<HolidayYear> page(Pages page);
}
