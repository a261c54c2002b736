package io.fangwei.policy.calendars;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A holiday of a notice, first and last day included. */
public record Holiday(
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @NotBlank @Size(max = 20) String name) {

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
