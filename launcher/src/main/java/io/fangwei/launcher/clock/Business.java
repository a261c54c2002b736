package io.fangwei.launcher.clock;

import java.time.Instant;
import java.util.Optional;

/** What the clock must know of the services whose time it is. */
public interface Business {

    /**
     * What is still under way at one moment.
     *
     * @param outboxesEmpty whether no service has an event to send
     * @param written how many events the topics hold
     * @param unconsumed how many of them somebody has yet to take note of
     */
    record Traffic(boolean outboxesEmpty, long written, long unconsumed) {

        boolean isQuiet() {
            return outboxesEmpty && unconsumed == 0;
        }
    }

    Traffic traffic();

    /** Lets every watch look at the time once, and returns when all have. */
    void runWatches();

    /** The business time at which the watch that is furthest behind last ran. */
    Optional<Instant> watchesRanAt();
}
