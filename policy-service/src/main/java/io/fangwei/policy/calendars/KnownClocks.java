package io.fangwei.policy.calendars;

import java.time.LocalDate;
import java.util.function.Consumer;

/** The clocks of all services, running, met and missed; of one rule on one thing the last. */
public interface KnownClocks {

    /** Gives out every clock that is due on the day or later, one after another. */
    void dueFrom(LocalDate day, Consumer<KnownClock> each);
}
