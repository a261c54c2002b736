package io.fangwei.policy.calendars;

import java.time.LocalDate;
import java.util.function.Consumer;

/** The clocks that run in all services. */
public interface OpenClocks {

    /** Gives out every clock that is due on the day or later, one after another. */
    void dueFrom(LocalDate day, Consumer<OpenClock> each);
}
