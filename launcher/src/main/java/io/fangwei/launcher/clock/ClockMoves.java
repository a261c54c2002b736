package io.fangwei.launcher.clock;

import io.fangwei.launcher.clock.Business.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Moves the clock between two quiet moments: all that was said has been heard, and all that is due is noticed. */
public final class ClockMoves {

    private static final long PAUSE_MS = 10;

    private final DemoClock clock;
    private final Supplier<Business> business;
    private final Duration patience;
    private final ReentrantLock moving = new ReentrantLock();

    public ClockMoves(DemoClock clock, Supplier<Business> business, Duration patience) {
        this.clock = clock;
        this.business = business;
        this.patience = patience;
    }

    void moveTo(Instant to, boolean hold) {
        if (!moving.tryLock()) {
            throw new NotNow("somebody else is moving the clock");
        }
        try {
            refuseToRunBack(to);
            awaitQuiet();
            clock.moveTo(to, hold);
            business.get().runWatches();
        } finally {
            moving.unlock();
        }
    }

    ClockReading read() {
        var now = business.get();
        var traffic = now.traffic();
        return new ClockReading(
                clock.instant().atZone(DemoClock.ZONE).toOffsetDateTime(),
                clock.isHeld(),
                traffic.outboxesEmpty(),
                traffic.unconsumed(),
                now.watchesRanAt()
                        .map(at -> at.atZone(DemoClock.ZONE).toOffsetDateTime())
                        .orElse(null));
    }

    private void refuseToRunBack(Instant to) {
        var now = clock.instant();
        if (to.isBefore(now)) {
            throw new RunsBack(now, to);
        }
    }

    /** Quiet is what two looks in a row find, with no event written in between: a listener may just have reacted. */
    private void awaitQuiet() {
        var end = System.nanoTime() + patience.toNanos();
        var before = business.get().traffic();
        while (true) {
            var now = business.get().traffic();
            if (before.isQuiet() && now.isQuiet() && before.written() == now.written()) {
                return;
            }
            if (System.nanoTime() > end) {
                throw new NotNow(waitingFor(now));
            }
            pause();
            before = now;
        }
    }

    private static String waitingFor(Traffic traffic) {
        return traffic.outboxesEmpty()
                ? "%d events are still to be consumed".formatted(traffic.unconsumed())
                : "outboxes still hold events to be sent";
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotNow("the platform is stopping");
        }
    }
}
