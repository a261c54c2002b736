package io.fangwei.policy.calendars.web;

import io.fangwei.policy.calendars.HolidayNotice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A year of the working calendar as its readers see it. */
record HolidayYearView(
        UUID id,
        int year,
        int revision,
        @Nullable HolidayNotice published,
        @Nullable HolidayNotice proposed) {}
