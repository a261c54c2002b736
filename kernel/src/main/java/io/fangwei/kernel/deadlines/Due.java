package io.fangwei.kernel.deadlines;

import java.time.LocalDate;
import java.util.Optional;

/** Something with a next day that must not pass unused. */
@FunctionalInterface
public interface Due {

    /** The last day in time of the clock that ends first and is not yet known to be overdue. */
    Optional<LocalDate> nextDue();
}
