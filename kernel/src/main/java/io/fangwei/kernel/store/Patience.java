package io.fangwei.kernel.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Tries again after growing, random pauses, for two seconds in all. */
final class Patience {

    static final Duration LIMIT = Duration.ofSeconds(2);

    private static final long SHORTEST = Duration.ofMillis(2).toNanos();
    private static final long LONGEST = Duration.ofMillis(128).toNanos();

    private final LongSupplier nanoTime;
    private final LongConsumer pause;

    Patience() {
        this(System::nanoTime, LockSupport::parkNanos);
    }

    Patience(LongSupplier nanoTime, LongConsumer pause) {
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    <T> Optional<T> insist(Supplier<Optional<T>> attempt) {
        var end = nanoTime.getAsLong() + LIMIT.toNanos();
        for (long longest = SHORTEST; ; longest = Math.min(2 * longest, LONGEST)) {
            var outcome = attempt.get();
            var left = end - nanoTime.getAsLong();
            if (outcome.isPresent() || left <= 0) {
                return outcome;
            }
            pause.accept(Math.min(left, 1 + ThreadLocalRandom.current().nextLong(longest)));
        }
    }
}
