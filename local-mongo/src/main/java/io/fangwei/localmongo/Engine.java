package io.fangwei.localmongo;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Checkpoint;
import org.rocksdb.FlushOptions;
import org.rocksdb.Range;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Slice;
import org.rocksdb.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * RocksDB from its opening to its end. One fsync answers all who wait for the log; when the log fails, all of them hear
 * of it, and from then on this engine can only be read.
 */
final class Engine {

    private static final Logger log = LoggerFactory.getLogger(Engine.class);

    /** With less free, a log cannot take what waits in its buffer. */
    private static final long FULL = 2L << 20;

    private final EngineOptions options;
    private final RocksDB db;
    private final File folder;
    private final @Nullable Mark mark;
    private final Readers readers = new Readers();

    private final Object turn = new Object();
    private boolean flushing;
    private volatile @Nullable Throwable failure;
    private volatile State durable;

    private Engine(EngineOptions options, RocksDB db, @Nullable Mark mark, @Nullable Throwable failure) {
        this.options = options;
        this.db = db;
        this.folder = new File(db.getName());
        this.mark = mark;
        this.failure = failure;
        this.durable = new State(db, Catalogue.EMPTY, readers);
    }

    static Engine open(Path directory, Memory memory) {
        var recovery = new Recovery(directory);
        var mark = Mark.in(directory);
        var options = new EngineOptions(memory);
        try {
            var db = recovery.open(options.options());
            var engine = new Engine(options, db, mark, null);
            engine.mark();
            return engine;
        } catch (RuntimeException e) {
            options.close();
            mark.close();
            throw e;
        }
    }

    /** What has been recovered is on the disk. */
    private void mark() {
        try {
            mark.set(durable.sequence());
            mark.sync();
        } catch (IOException e) {
            fail(e);
        }
    }

    /** Of a store that cannot be opened for writing. */
    static Engine openToRead(Path directory, Memory memory, Throwable failure) {
        var options = new EngineOptions(memory);
        try {
            return new Engine(options, new Recovery(directory).openUpToDamage(options.options()), null, failure);
        } catch (RocksDBException e) {
            options.close();
            throw new StoreException(e);
        }
    }

    boolean hasFailed() {
        return failure != null;
    }

    State durable() {
        return durable;
    }

    long lastChange() {
        return db.getLatestSequenceNumber();
    }

    Transaction begin(Catalogue catalogue, Examined examined) {
        return new Transaction(db, options.unsynced(), catalogue, examined, readers);
    }

    /** The first who waits flushes for all who have written by then; the others wait for it. */
    void awaitDurable(long change) {
        while (durable.sequence() < change) {
            if (isMyTurnToFlush(change)) {
                try {
                    flush();
                } finally {
                    flushEnded();
                }
            }
        }
    }

    private boolean isMyTurnToFlush(long change) {
        synchronized (turn) {
            while (flushing && failure == null && durable.sequence() < change) {
                awaitTurn();
            }
            if (durable.sequence() >= change) {
                return false;
            }
            if (failure != null) {
                throw refusal();
            }
            flushing = true;
            return true;
        }
    }

    private void awaitTurn() {
        try {
            turn.wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting for the log");
        }
    }

    private void flush() {
        var next = new State(db, durable.catalogue(), readers);
        try {
            db.flushWal(true);
            mark.set(next.sequence());
        } catch (RocksDBException | IOException e) {
            next.release();
            throw fail(e);
        }
        var previous = durable;
        durable = next;
        previous.release();
    }

    private void flushEnded() {
        synchronized (turn) {
            flushing = false;
            turn.notifyAll();
        }
    }

    /** Nothing more is written; what the client is told. */
    MongoServerError fail(Throwable cause) {
        synchronized (turn) {
            if (failure == null) {
                failure = cause;
            }
            turn.notifyAll();
        }
        return refusal();
    }

    MongoServerError refusal() {
        var cause = failure;
        var message = "The store could not be written: " + cause.getMessage();
        return isForWantOfSpace(cause) ? Space.full(message) : new MongoServerError(8, "UnknownError", message);
    }

    /** Who comes after the first failure hears only that there was one. */
    private boolean isForWantOfSpace(Throwable cause) {
        boolean says = cause instanceof RocksDBException failed
                && failed.getStatus() != null
                && failed.getStatus().getSubCode() == Status.SubCode.NoSpace;
        return says || folder.getUsableSpace() < FULL;
    }

    /** Everything that is written now, as files in a new folder on the same disk. */
    void copyTo(Path folder) {
        try (var checkpoint = Checkpoint.create(db)) {
            checkpoint.createCheckpoint(folder.toString());
        } catch (RocksDBException e) {
            throw new StoreException("The data cannot be copied: " + e.getMessage(), e);
        }
    }

    /** Until it leaves, whoever has entered may use the engine. */
    void enter() {
        readers.enter();
    }

    void leave() {
        readers.leave();
    }

    /**
     * Rewrites without what is deleted, if that gives room now and is sure to find the room that it needs.
     *
     * @return false if it is worth another try
     */
    boolean reclaim(Emptied keys, long room) {
        try (var from = new Slice(keys.from());
                var to = new Slice(keys.to())) {
            boolean isReadAsItWas = db.getLongProperty("rocksdb.num-snapshots") > 1;
            long most = keys.all() ? 0 : db.getApproximateSizes(List.of(new Range(from, to)))[0];
            if (isReadAsItWas || most > room / 2) {
                return false;
            }
            db.compactRange(db.getDefaultColumnFamily(), keys.from(), keys.to(), options.compaction());
            return true;
        } catch (RocksDBException e) {
            log.warn("What is deleted keeps its place on the disk for now: {}", e.getMessage());
            return false;
        }
    }

    /** Commands that are still running end at their next step. */
    void sendAway() {
        readers.sendAway();
        options.cancelCompaction();
    }

    /** Only when nobody writes any more. */
    void close(Runnable letGo) {
        sendAway();
        try {
            if (failure == null) {
                awaitDurable(lastChange());
                emptyTheLog();
            }
        } finally {
            awaitLastFlush();
            durable.release();
            readers.awaitGone(letGo);
            db.close();
            options.close();
            if (mark != null) {
                mark.close();
            }
        }
    }

    private void awaitLastFlush() {
        synchronized (turn) {
            while (flushing) {
                awaitTurn();
            }
        }
    }

    /** So that the next opening has nothing to read there; a full disk may hold up compactions, but not this. */
    private void emptyTheLog() {
        try (var flush = new FlushOptions().setWaitForFlush(true).setAllowWriteStall(true)) {
            db.flush(flush);
        } catch (RocksDBException e) {
            log.warn("The log is left for the next opening: {}", e.getMessage());
        }
    }
}
