package io.fangwei.evaluation.messaging;

import io.fangwei.evaluation.findings.Finding.Mode;
import io.fangwei.kernel.deadlines.ClockFact;

/**
 * A clock by another calendar.
 *
 * @param seen what it shows now
 * @param wasIn the year in which it was due before
 */
record MovedClock(Observation seen, ClockFact clock, int wasIn) {

    String key() {
        return Observation.key(clock);
    }

    boolean hasEnded() {
        return clock.state() != ClockFact.State.STARTED;
    }

    boolean isBroken() {
        return seen.verdict() != null;
    }

    /** What it shows if there had been a doubt about it. */
    Observation inDoubt() {
        return seen.broken(true, Mode.ASSISTED);
    }
}
