package io.fangwei.policy.imports.run;

import io.fangwei.kernel.caller.Command;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.files.FileStore;
import io.fangwei.policy.imports.FaultyRows;
import io.fangwei.policy.imports.ImportEvent;
import io.fangwei.policy.imports.ImportJob;
import io.fangwei.policy.imports.ImportJobs;
import io.fangwei.policy.imports.ImportStatus;
import io.fangwei.policy.imports.ImportWork;
import io.fangwei.policy.imports.rows.RowKind;
import io.fangwei.policy.imports.rows.RowKinds;
import io.fangwei.policy.imports.rows.RowReader;
import io.fangwei.policy.tables.UnreadableTable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Checks and carries out imports one after another, some rows at a time. It takes up what a crash has left; that a second
 * instance may do the same does no harm, for rows are recognised and progress is counted once.
 */
@Component
class ImportRunner implements ImportWork, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final ImportJobs jobs;
    private final FaultyRows faulty;
    private final KeptFiles files;
    private final FileStore store;
    private final RowKinds kinds;
    private final ImportSettings settings;
    private @Nullable ScheduledExecutorService queue;
    private @Nullable ExecutorService hands;

    ImportRunner(
            ImportJobs jobs,
            FaultyRows faulty,
            KeptFiles files,
            FileStore store,
            RowKinds kinds,
            ImportSettings settings) {
        this.jobs = jobs;
        this.faulty = faulty;
        this.files = files;
        this.store = store;
        this.kinds = kinds;
        this.settings = settings;
    }

    @Override
    public synchronized void wake(UUID importId) {
        if (queue != null) {
            queue.execute(() -> insist("import " + importId, () -> goOn(importId), FIRST_PAUSE));
        }
    }

    @Override
    public synchronized void start() {
        hands = Executors.newFixedThreadPool(settings.hands(), work -> daemon(work, "import-hand"));
        queue = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "imports"));
        queue.execute(() -> insist("imports", this::takeUp, FIRST_PAUSE));
    }

    @Override
    public void stop() {
        var queued = queue;
        var helping = hands;
        if (queued != null && helping != null) {
            queued.shutdownNow();
            helping.shutdownNow();
            await(queued);
            await(helping);
        }
        queue = null;
        hands = null;
    }

    @Override
    public boolean isRunning() {
        return queue != null;
    }

    private void takeUp() {
        as("take-up", jobs::unfinished).forEach(this::wake);
        store.sweep();
    }

    private void goOn(UUID importId) {
        var job = as("look:" + importId, () -> jobs.get(importId));
        var kind = kinds.of(job.getKind());
        if (job.getStatus() == ImportStatus.CHECKING) {
            check(job, kind);
        } else if (job.getStatus() == ImportStatus.RUNNING) {
            carryOut(job, kind);
        }
    }

    private <R> void check(ImportJob job, RowKind<R> kind) {
        var id = job.getImportId();
        faulty.forget(id);
        var check = new Check<>(job, kind);
        try {
            files.open(job, kind, rows -> {
                try (var ahead = ahead(rows)) {
                    check(id, check, ahead);
                }
            });
        } catch (UnreadableTable unreadable) {
            change(id, "rejected", kept -> kept.reject(unreadable.reason().name()));
        }
    }

    private <R> void check(UUID id, Check<R> check, ReadingAhead<R> rows) {
        for (var some = rows.next(); ; some = rows.next()) {
            faulty.keep(id, check.look(some));
            var checked = check.checked();
            if (checked.rows() > settings.mostRows()) {
                change(id, "rejected", job -> job.reject("TOO_MANY_ROWS"));
                return;
            }
            var last = some.size() < settings.rowsAtOnce();
            var job = change(id, "checked:" + UUID.randomUUID(), kept -> kept.check(checked, last));
            if (last || job.getStatus() != ImportStatus.CHECKING) {
                return;
            }
        }
    }

    private <R> void carryOut(ImportJob job, RowKind<R> kind) {
        var carrying = new Carrying<>(job, kind, Objects.requireNonNull(hands), settings.hands());
        files.open(job, kind, rows -> {
            try (var ahead = ahead(rows)) {
                carryOut(job, carrying, ahead);
            }
        });
        change(job.getImportId(), "finished", ImportJob::finish);
    }

    private <R> ReadingAhead<R> ahead(RowReader<R> rows) {
        return new ReadingAhead<>(rows, settings.rowsAtOnce(), Objects.requireNonNull(hands));
    }

    private <R> void carryOut(ImportJob begun, Carrying<R> carrying, ReadingAhead<R> rows) {
        var id = begun.getImportId();
        int after = begun.getLastRow();
        for (var some = rows.next(); !some.isEmpty(); some = rows.next()) {
            int done = after;
            var next = some.stream().filter(row -> row.number() > done).toList();
            if (!next.isEmpty()) {
                int upTo = next.get(next.size() - 1).number();
                var outcome = carrying.carryOut(next, faulty.unchecked(id, done + 1, upTo));
                faulty.keep(id, outcome.refused());
                change(id, "done:" + upTo, job -> job.advance(done, upTo, outcome.done()));
                after = upTo;
            }
        }
    }

    private ImportJob change(UUID id, String step, Function<ImportJob, List<ImportEvent>> action) {
        return as(step + ":" + id, () -> jobs.change(id, action));
    }

    private static <T> T as(String cause, Supplier<T> work) {
        return CurrentCommand.as(Command.ofSystem("imports", "imports:" + cause), work);
    }

    /** What fails now may pass later; nothing is given up. */
    private void insist(String what, Runnable work, Duration pause) {
        try {
            work.run();
        } catch (Stopped stopped) {
            LOG.info("{}: to be continued", what);
        } catch (RuntimeException failure) {
            again(what, work, pause, failure);
        }
    }

    private synchronized void again(String what, Runnable work, Duration pause, RuntimeException failure) {
        if (queue != null && !queue.isShutdown()) {
            var twice = pause.multipliedBy(2);
            var next = twice.compareTo(settings.pause()) < 0 ? twice : settings.pause();
            LOG.warn("{}: again in {}", what, pause, failure);
            queue.schedule(() -> insist(what, work, next), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private static void await(ExecutorService stopped) {
        try {
            if (!stopped.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("An import did not stop");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
