package io.fangwei.kernel.deadlines;

import io.fangwei.kernel.caller.Command;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.store.AggregateStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for aggregates whose next due day has passed and lets each take note of it, once (D5). */
public final class OverdueWatch {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueWatch.class);
    private static final int A_PAGE = 500;

    private final List<AggregateStore<? extends Watched>> stores = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private final Runnable before;
    private volatile @Nullable Instant lastRun;

    /** @param before what must have been done before a due day can be judged */
    public OverdueWatch(Clock clock, Runnable before) {
        this.clock = clock;
        this.before = before;
    }

    public void watch(AggregateStore<? extends Watched> store) {
        stores.add(store);
    }

    /** The business time at which the last complete run began. */
    public @Nullable Instant lastRun() {
        return lastRun;
    }

    /** Runs through everything that is overdue now; the cost is that of what is due, not of what is open. */
    public synchronized void runNow() {
        var now = Instant.now(clock);
        before.run();
        var today = LocalDate.ofInstant(now, clock.getZone());
        stores.forEach(store -> run(store, today));
        lastRun = now;
    }

    private static void run(AggregateStore<? extends Watched> store, LocalDate today) {
        List<UUID> before = List.of();
        var due = store.overdueOn(today, A_PAGE);
        while (!due.isEmpty() && !due.equals(before)) {
            due.forEach(id -> notice(store, id, today));
            before = due;
            due = due.size() < A_PAGE ? List.of() : store.overdueOn(today, A_PAGE);
        }
    }

    private static void notice(AggregateStore<? extends Watched> store, UUID id, LocalDate today) {
        var command = Command.ofSystem("overdue-watch", "overdue:" + id + ":" + today);
        try {
            CurrentCommand.as(command, () -> store.change(id, aggregate -> aggregate.noticeOverdue(today)));
        } catch (RuntimeException failure) {
            LOG.error("{} {} could not take note of its due day", store.kind().name(), id, failure);
        }
    }
}
