package io.fangwei.localmongo;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server does unasked, on a thread of its own. */
final class Maintenance implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Maintenance.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "local-mongo-maintenance");
        daemon.setDaemon(true);
        return daemon;
    });

    void once(Runnable work) {
        thread.execute(() -> run(work));
    }

    void everyMinute(Runnable work) {
        thread.scheduleWithFixedDelay(() -> run(work), 1, 1, TimeUnit.MINUTES);
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            log.warn("Not done for now: {}", failure.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
