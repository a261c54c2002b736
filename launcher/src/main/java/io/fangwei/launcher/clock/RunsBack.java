package io.fangwei.launcher.clock;

import java.time.Instant;

/** Somebody wants the clock to run back. */
public class RunsBack extends RuntimeException {

    public RunsBack(Instant now, Instant wanted) {
        super("It is already %s; the clock cannot go back to %s".formatted(now, wanted));
    }
}
