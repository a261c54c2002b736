package io.fangwei.kernel.listening;

import io.fangwei.kernel.events.EventEnvelope;
import java.util.Set;

/**
 * Changes an aggregate of its own service because of an event, one by one (D3). It runs as the system, under a mark that
 * derives from the event's id, so that a repeat is recognised.
 */
public interface Reaction {

    /** The event types it reacts to. */
    Set<String> types();

    void on(EventEnvelope event);
}
