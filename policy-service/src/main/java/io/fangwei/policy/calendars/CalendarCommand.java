package io.fangwei.policy.calendars;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** What can be asked of a year of the working calendar. */
public sealed interface CalendarCommand {

    record ProposeYear(
            @NotBlank @Size(max = 60) String noticeNo,
            @NotEmpty @Size(max = 30) List<@NotNull @Valid Holiday> holidays,
            @NotNull @Size(max = 30) List<@NotNull LocalDate> weekendWork)
            implements CalendarCommand {}
}
