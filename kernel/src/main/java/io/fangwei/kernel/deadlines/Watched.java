package io.fangwei.kernel.deadlines;

import io.fangwei.kernel.events.Aggregate;
import io.fangwei.kernel.events.Event;
import java.time.LocalDate;
import java.util.List;

/** An aggregate whose due days are watched (D5). */
public interface Watched extends Aggregate, Due {

    /**
     * Takes note of every clock that {@code today} is past: what must follow has followed, and {@link #nextDue()} names a
     * later day or none. Noticing twice changes nothing.
     */
    List<? extends Event> noticeOverdue(LocalDate today);
}
