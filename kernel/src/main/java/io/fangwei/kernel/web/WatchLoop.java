package io.fangwei.kernel.web;

import io.fangwei.kernel.deadlines.OverdueWatch;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Lets the overdue watch run again and again while the service does. */
final class WatchLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WatchLoop.class);

    private final OverdueWatch watch;
    private final Duration every;
    private @Nullable ScheduledExecutorService timer;

    WatchLoop(OverdueWatch watch, Duration every) {
        this.watch = watch;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        if (!every.isZero()) {
            var started = Executors.newSingleThreadScheduledExecutor(work -> {
                var thread = new Thread(work, "overdue-watch");
                thread.setDaemon(true);
                return thread;
            });
            started.scheduleWithFixedDelay(this::run, 0, every.toMillis(), TimeUnit.MILLISECONDS);
            timer = started;
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    private void run() {
        try {
            watch.runNow();
        } catch (RuntimeException passing) {
            LOG.warn("The overdue watch tries again in {}", every, passing);
        }
    }
}
