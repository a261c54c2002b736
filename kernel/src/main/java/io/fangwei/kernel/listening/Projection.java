package io.fangwei.kernel.listening;

import io.fangwei.kernel.events.EventEnvelope;
import java.util.List;
import java.util.Set;

/**
 * Remembers what others told: a function from an event to guarded upserts, run a poll at a time (D3). It throws where it
 * cannot understand an event; the event is then parked with all that follow under its key.
 */
public interface Projection {

    /** The event types it reads. */
    Set<String> types();

    List<Upsert> on(EventEnvelope event);
}
