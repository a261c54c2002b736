package io.fangwei.kernel.feed;

import io.fangwei.kernel.events.EventEnvelope;
import java.util.List;
import java.util.Set;

/**
 * Says what the records of a dataset look like once something has happened: a function from events to records. It reads
 * its owner's current state, as the system. Each record is told of by one aggregate alone, for its events are in order.
 */
public interface FeedSource {

    /** The event types that change what a record shows, or where it is to be seen. */
    Set<String> types();

    /**
     * What is to be said after these events, which came in this order. An event may concern no record, one or several. It
     * throws where it cannot understand an event.
     */
    List<FeedRecord> on(List<EventEnvelope> events);
}
