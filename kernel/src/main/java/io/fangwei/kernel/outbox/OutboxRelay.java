package io.fangwei.kernel.outbox;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import io.fangwei.kernel.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the entries that wait in the aggregates of one collection to the journal and to Kafka, in rounds: all aggregates
 * woken since the last round together, so that an event gets cheaper as load grows (D1).
 */
public final class OutboxRelay {

    static final int A_ROUND = 500;

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final String kind;
    private final MongoCollection<Document> aggregates;
    private final Journal journal;
    private final EventSender sender;
    private final Clock realTime;
    private final Duration sweepAfter;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition knocked = lock.newCondition();
    private final Set<String> woken = new LinkedHashSet<>();
    private volatile @Nullable Thread loop;
    private long nextSweep;

    /** @param sweepAfter how long an entry waits before the sweep looks for it: what a crash left */
    public OutboxRelay(
            String kind,
            MongoCollection<Document> aggregates,
            Journal journal,
            EventSender sender,
            Clock realTime,
            Duration sweepAfter) {
        this.kind = kind;
        this.aggregates = aggregates;
        this.journal = journal;
        this.sender = sender;
        this.realTime = realTime;
        this.sweepAfter = sweepAfter;
    }

    /** Called after each write that left something to send. */
    public void wake(String id) {
        lock.lock();
        try {
            woken.add(id);
            knocked.signal();
        } finally {
            lock.unlock();
        }
    }

    public boolean isEmpty() {
        return aggregates
                        .find(gt("pendingSince", new Date(0)))
                        .projection(new Document("_id", 1))
                        .first()
                == null;
    }

    void start() {
        var thread = new Thread(this::run, "outbox-" + aggregates.getNamespace().getCollectionName());
        thread.setDaemon(true);
        loop = thread;
        thread.start();
    }

    void stop() {
        var thread = loop;
        loop = null;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(Duration.ofSeconds(6).toMillis());
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        var pause = FIRST_PAUSE;
        nextSweep = System.nanoTime();
        while (loop == Thread.currentThread()) {
            try {
                var ids = awaitWork();
                if (!ids.isEmpty()) {
                    round(ids);
                }
                if (System.nanoTime() - nextSweep >= 0) {
                    sweep();
                    nextSweep = System.nanoTime() + sweepAfter.toNanos();
                }
                pause = FIRST_PAUSE;
            } catch (InterruptedException closing) {
                return;
            } catch (RuntimeException failure) {
                if (loop != Thread.currentThread()) {
                    return;
                }
                LOG.warn("The outbox of {} waits for the next sweep", kind, failure);
                pause = rest(pause);
            }
        }
    }

    /** Takes the entries of these aggregates on their way; each step may be repeated. */
    void round(Collection<String> ids) {
        var waiting = new ArrayList<WaitingEntries>();
        aggregates
                .find(in("_id", ids))
                .projection(new Document("outbox", 1).append("events", 1))
                .forEach(found -> waiting.add(WaitingEntries.of(kind, found)));
        var alarms =
                journal.keep(waiting.stream().flatMap(WaitingEntries::lines).toList());
        waiting.forEach(one -> one.stopAt(alarms));
        sender.send(waiting);
        var forgotten = waiting.stream().flatMap(WaitingEntries::forget).toList();
        if (!forgotten.isEmpty()) {
            aggregates.bulkWrite(forgotten);
        }
        waiting.stream().filter(WaitingEntries::hasMore).map(WaitingEntries::id).forEach(this::wake);
    }

    /** Runs a round for everything that has waited too long, page by page past what is stuck. */
    void sweep() {
        var before = Date.from(realTime.instant().minus(sweepAfter));
        var after = new Date(0);
        List<Document> page;
        do {
            page = aggregates
                    .find(new Document("pendingSince", new Document("$gt", after).append("$lt", before)))
                    .projection(new Document("pendingSince", 1))
                    .sort(new Document("pendingSince", 1))
                    .limit(A_ROUND)
                    .into(new ArrayList<>());
            if (!page.isEmpty()) {
                round(page.stream().map(found -> found.getString("_id")).toList());
                after = page.get(page.size() - 1).getDate("pendingSince");
            }
        } while (page.size() == A_ROUND);
    }

    private List<String> awaitWork() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var nanos = nextSweep - System.nanoTime();
            while (woken.isEmpty() && nanos > 0) {
                nanos = knocked.awaitNanos(nanos);
            }
            var taken = woken.stream().limit(A_ROUND).toList();
            taken.forEach(woken::remove);
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private Duration rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
}
