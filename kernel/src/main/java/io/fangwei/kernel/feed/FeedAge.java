package io.fangwei.kernel.feed;

import io.fangwei.kernel.feed.FeedProgress.Reached;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * How far the datasets lag behind, and the alarm when that is too far (requirements 7.1): the gauge {@code fangwei.feed.age}
 * in seconds, an error in the log, and {@code LATE} in the health of the service, which does its other work all the same.
 */
final class FeedAge implements HealthIndicator, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FeedAge.class);
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final List<Dataset> datasets;
    private final FeedProgress progress;
    private final Clock realTime;
    private final Duration limit;
    private final Instant begun;
    private volatile Duration seen = Duration.ZERO;
    private @Nullable ScheduledExecutorService timer;

    FeedAge(List<Dataset> datasets, FeedProgress progress, Clock realTime, Duration limit) {
        this.datasets = datasets;
        this.progress = progress;
        this.realTime = realTime;
        this.limit = limit;
        this.begun = realTime.instant();
    }

    DatasetSummary summary(String dataset, long rows, Reached reached) {
        var asOf = reached.asOf().orElse(null);
        return new DatasetSummary(
                dataset, rows, asOf, asOf == null ? null : of(reached).toSeconds(), isLate(reached));
    }

    private boolean isLate(Reached reached) {
        return of(reached).compareTo(limit) > 0;
    }

    /** As long as nothing is known, the time since the service began. */
    private Duration of(Reached reached) {
        var age = Duration.between(reached.asOf().orElse(begun), realTime.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** Looks how old the datasets are, and raises the alarm if they are too old. */
    void check() {
        var age = of(progress.reached());
        seen = age;
        if (age.compareTo(limit) > 0) {
            LOG.error("The datasets {} lag behind by {}", names(), age);
        }
    }

    /** As seen last: health must not wait for the database twice. */
    @Override
    public Health health() {
        var age = seen;
        return (age.compareTo(limit) > 0 ? Health.status("LATE") : Health.up())
                .withDetail("datasets", names())
                .withDetail("ageSeconds", age.toSeconds())
                .build();
    }

    private List<String> names() {
        return datasets.stream().map(Dataset::name).toList();
    }

    @Override
    public synchronized void start() {
        if (datasets.isEmpty()) {
            return;
        }
        Gauge.builder("fangwei.feed.age", this, age -> age.seen.toSeconds())
                .baseUnit("seconds")
                .register(Metrics.globalRegistry);
        var started = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "feed-age");
            thread.setDaemon(true);
            return thread;
        });
        started.scheduleWithFixedDelay(this::tryToCheck, 0, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        timer = started;
    }

    private void tryToCheck() {
        try {
            check();
        } catch (RuntimeException passing) {
            LOG.warn("The age of the datasets could not be looked at", passing);
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
}
