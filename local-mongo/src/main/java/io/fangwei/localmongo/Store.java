package io.fangwei.localmongo;

import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * RocksDB as a database server wants it. One command writes at a time, into a batch that its own reads see. A write is
 * answered only when the log that holds it is on the disk. Readers never wait: they see the last state known to be on
 * the disk, so that nobody ever acts on something that a crash could take back. When the log has failed, the next write
 * opens the store again.
 */
final class Store implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Store.class);

    private static final long BETWEEN_ATTEMPTS = TimeUnit.SECONDS.toNanos(1);

    private final Path directory;
    private final Memory memory;
    private final Space space;
    private final Examined.Total examined = new Examined.Total();
    private final Set<Emptied> emptied = ConcurrentHashMap.newKeySet();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile Engine engine;
    private Catalogue committed;
    private boolean closed;
    private long lastAttempt = System.nanoTime() - BETWEEN_ATTEMPTS;
    private volatile Runnable letGo = () -> {};

    Store(Path directory, Memory memory, Space space) {
        NativeLibrary.loadFrom(directory.resolve("native"));
        this.directory = directory;
        this.memory = memory;
        this.space = space;
        engine = Engine.open(directory, memory);
        committed = engine.durable().catalogue();
        try {
            sweep();
        } catch (RuntimeException e) {
            engine.close(letGo);
            throw e;
        }
    }

    /** How to close what was kept open for clients, when the store is closed under them. */
    void onClose(Runnable letGoOfAll) {
        letGo = letGoOfAll;
    }

    Examined.Total examined() {
        return examined;
    }

    private void sweep() {
        try (var transaction = engine.begin(committed, new Examined(examined, TimeLimit.NONE, memory.held()))) {
            new Leftovers(transaction).delete();
        } catch (NotWrittenException e) {
            throw engine.fail(e.getCause());
        }
    }

    /** The newest durable state; whoever asks closes it. */
    Reading reading() {
        return reading(TimeLimit.NONE);
    }

    Reading reading(TimeLimit limit) {
        var state = engine.durable();
        while (!state.retain()) {
            state = newerThan(state);
        }
        return new Reading(state, new Examined(examined, limit, memory.held()));
    }

    private State newerThan(State gone) {
        if (engine.durable() == gone) {
            writing.lock();
            writing.unlock();
            if (engine.durable() == gone) {
                throw closed();
            }
        }
        return engine.durable();
    }

    private static MongoServerError closed() {
        return new MongoServerError(91, "ShutdownInProgress", "The store is closed.");
    }

    /** What a refused command did before it was refused stays, as on MongoDB; a bug takes everything back. */
    <T> T write(Function<Transaction, T> command) {
        return write(TimeLimit.NONE, command);
    }

    <T> T write(TimeLimit limit, Function<Transaction, T> command) {
        space.refuseIfLow(false);
        return written(limit, command);
    }

    /** A command after which there is less: it is let through when nothing else is. */
    <T> T free(TimeLimit limit, Function<Transaction, T> command) {
        space.refuseIfLow(true);
        return written(limit, command);
    }

    private <T> T written(TimeLimit limit, Function<Transaction, T> command) {
        Outcome<T> outcome;
        Engine written;
        long change;
        limit.lock(writing);
        try {
            written = writable();
            outcome = run(written, limit, command);
            change = written.lastChange();
        } finally {
            writing.unlock();
        }
        written.awaitDurable(change);
        return outcome.get();
    }

    private record Outcome<T>(@Nullable T answer, @Nullable MongoServerException refusal) {

        T get() {
            if (refusal != null) {
                throw refusal;
            }
            return answer;
        }
    }

    private <T> Outcome<T> run(Engine running, TimeLimit limit, Function<Transaction, T> command) {
        try (var transaction = running.begin(committed, new Examined(examined, limit, memory.held()))) {
            var outcome = outcome(transaction, command);
            transaction.commit();
            committed = transaction.catalogue();
            transaction.dropUnlinked();
            transaction.emptied().forEach(emptied::add);
            return outcome;
        } catch (NotWrittenException e) {
            throw running.fail(e.getCause());
        }
    }

    private static <T> Outcome<T> outcome(Transaction transaction, Function<Transaction, T> command) {
        try {
            return new Outcome<>(command.apply(transaction), null);
        } catch (MongoServerException refused) {
            return new Outcome<>(null, refused);
        }
    }

    private Engine writable() {
        if (closed) {
            throw closed();
        }
        if (engine.hasFailed()) {
            if (System.nanoTime() - lastAttempt < BETWEEN_ATTEMPTS) {
                throw engine.refusal();
            }
            reopen();
        }
        return engine;
    }

    private void reopen() {
        log.warn("The log of {} has failed; the store is opened again.", directory);
        engine.close(letGo);
        try {
            engine = Engine.open(directory, memory);
            log.warn("The store {} is open again.", directory);
        } catch (RuntimeException e) {
            lastAttempt = System.nanoTime();
            engine = Engine.openToRead(directory, memory, e);
            throw engine.refusal();
        }
        committed = engine.durable().catalogue();
        sweep();
    }

    /** When the disk is nearly full, gives back what has been deleted; otherwise that can wait. */
    void reclaim() {
        if (!space.isLow()) {
            emptied.clear();
            return;
        }
        writing.lock();
        Engine at;
        try {
            at = writable();
            at.enter();
        } finally {
            writing.unlock();
        }
        try {
            emptied.removeIf(each -> at.reclaim(each, space.left()));
        } finally {
            at.leave();
        }
    }

    /** A consistent copy of everything, as files in a new folder on the same disk. */
    void copyTo(Path folder) {
        writing.lock();
        try {
            writable().copyTo(folder);
        } finally {
            writing.unlock();
        }
    }

    /** Commands that are still running end at their next step. */
    void sendAway() {
        engine.sendAway();
    }

    @Override
    public void close() {
        sendAway();
        writing.lock();
        try {
            if (!closed) {
                closed = true;
                engine.close(letGo);
            }
        } finally {
            writing.unlock();
        }
    }
}
