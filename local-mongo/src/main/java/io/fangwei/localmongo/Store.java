package io.fangwei.localmongo;

import de.bwaldvogel.mongo.exception.MongoServerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.rocksdb.*;

/**
 * RocksDB as a database server wants it. One command writes at a time, into a batch that its own reads see. A write is
 * answered only when the log that holds it is on the disk: one fsync for all who wait. Readers never wait: they see the
 * last state known to be on the disk, so that nobody ever acts on something that a crash could take back.
 */
final class Store implements AutoCloseable {

    static {
        RocksDB.loadLibrary();
    }

    /** A durable state of the database, kept as long as someone reads it. */
    final class State {
        private final Snapshot snapshot = db.getSnapshot();
        private final ReadOptions options = new ReadOptions().setSnapshot(snapshot);
        /** Kept in Java: whoever compares states may do so after the native snapshot is gone. */
        private final long sequence = snapshot.getSequenceNumber();

        private final AtomicInteger readers = new AtomicInteger(1);

        byte[] get(byte[] key) {
            return unchecked(() -> db.get(options, key));
        }

        RocksIterator iterator() {
            return db.newIterator(options);
        }

        boolean retain() {
            return readers.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
        }

        void release() {
            if (readers.decrementAndGet() == 0) {
                options.close();
                db.releaseSnapshot(snapshot);
            }
        }
    }

    private record Write(WriteBatchWithIndex batch, List<Runnable> afterCommit) {}

    private final RocksDB db;
    private final Runnable rolledBack;
    private final WriteOptions unsynced = new WriteOptions();
    private final ReadOptions newest = new ReadOptions();
    private final ReentrantLock writing = new ReentrantLock();
    private final ThreadLocal<Write> write = new ThreadLocal<>();
    private final ThreadLocal<State> reading = new ThreadLocal<>();
    /** Iterators of the running command; native memory, so they go with the command even if nobody closes them. */
    private final ThreadLocal<List<RocksIterator>> opened = ThreadLocal.withInitial(ArrayList::new);

    private final Object durability = new Object();
    private volatile State durable;
    private RocksDBException broken;
    private boolean closed;
    private final Thread flusher = new Thread(this::flushForAllWhoWait, "local-mongo-flusher");

    /** @param rolledBack forgets every object that describes the store, as a failed write may have changed it */
    Store(Path directory, Runnable rolledBack) {
        this.rolledBack = rolledBack;
        try {
            Files.createDirectories(directory);
            db = RocksDB.open(options(), directory.toString());
        } catch (Exception e) {
            throw new IllegalStateException("cannot open " + directory + ": " + e.getMessage(), e);
        }
        durable = new State();
        flusher.setDaemon(true);
        flusher.start();
    }

    private static Options options() {
        return new Options()
                .setCreateIfMissing(true)
                .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
                .setManualWalFlush(true)
                .setMaxTotalWalSize(128 << 20)
                .setWriteBufferSize(32 << 20)
                .setMaxBackgroundJobs(2)
                .setKeepLogFileNum(3)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(new LRUCache(64 << 20))
                        .setFilterPolicy(new BloomFilter(10)));
    }

    <T> T read(Supplier<T> command) {
        if (write.get() != null || reading.get() != null) return command.get();
        State state = pin();
        reading.set(state);
        try {
            return command.get();
        } finally {
            reading.remove();
            closeIterators();
            state.release();
        }
    }

    /** The newest durable state; release it after use. */
    State pin() {
        while (true) {
            State s = durable;
            if (s.retain()) return s;
        }
    }

    <T> T write(Supplier<T> command) {
        if (write.get() != null) return command.get();
        long seen;
        T answer = null;
        MongoServerException failure = null;
        List<RocksIterator> around = opened.get();
        writing.lock();
        try (WriteBatchWithIndex batch = new WriteBatchWithIndex(true)) {
            Write mine = new Write(batch, new ArrayList<>());
            write.set(mine);
            opened.set(new ArrayList<>());
            try {
                try {
                    answer = command.get();
                } catch (MongoServerException refused) {
                    failure = refused; // what the command did before it was refused stays, as on MongoDB
                }
                if (batch.count() > 0)
                    unchecked(() -> {
                        db.write(unsynced, batch);
                        return null;
                    });
            } catch (RuntimeException | Error bug) {
                rolledBack.run(); // what it left in memory must go with the batch
                throw bug;
            } finally {
                closeIterators(); // before the batch that they read
                opened.set(around);
                write.remove();
            }
            seen = db.getLatestSequenceNumber();
            mine.afterCommit.forEach(Runnable::run);
        } finally {
            writing.unlock();
        }
        awaitDurable(seen);
        if (failure != null) throw failure;
        return answer;
    }

    boolean isWriting() {
        return write.get() != null;
    }

    void afterCommit(Runnable action) {
        write.get().afterCommit.add(action);
    }

    byte[] get(byte[] key) {
        Write w = write.get();
        return w == null ? reading.get().get(key) : unchecked(() -> w.batch.getFromBatchAndDB(db, newest, key));
    }

    void put(byte[] key, byte[] value) {
        unchecked(() -> {
            write.get().batch.put(key, value);
            return null;
        });
    }

    void delete(byte[] key) {
        unchecked(() -> {
            write.get().batch.delete(key);
            return null;
        });
    }

    RocksIterator iterator() {
        Write w = write.get();
        RocksIterator i = w == null ? reading.get().iterator() : w.batch.newIteratorWithBase(db.newIterator(newest));
        opened.get().add(i);
        return i;
    }

    private void closeIterators() {
        opened.get().forEach(RocksIterator::close);
        opened.remove();
    }

    /** Drops every key of [from, to) at once; only for keys that a commit has made unreachable. */
    void dropRange(byte[] from, byte[] to) {
        unchecked(() -> {
            db.deleteRange(unsynced, from, to);
            return null;
        });
    }

    void backup(Path to) {
        try (Checkpoint c = Checkpoint.create(db)) {
            unchecked(() -> {
                c.createCheckpoint(to.toString());
                return null;
            });
        }
    }

    private void awaitDurable(long sequence) {
        if (durable.sequence >= sequence) return;
        synchronized (durability) {
            durability.notifyAll();
            while (durable.sequence < sequence) {
                if (broken != null)
                    throw new IllegalStateException("the log cannot be written: " + broken.getMessage());
                if (closed) throw new IllegalStateException("closed before the write was durable");
                try {
                    durability.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted before the write was durable");
                }
            }
        }
    }

    private void flushForAllWhoWait() {
        while (true) {
            synchronized (durability) {
                while (!closed && durable.sequence >= db.getLatestSequenceNumber()) {
                    try {
                        durability.wait(1000);
                    } catch (InterruptedException e) {
                        return;
                    }
                }
                if (closed) return;
            }
            State next = new State();
            RocksDBException failure = null;
            try {
                db.flushWal(true);
            } catch (RocksDBException e) {
                failure = e;
            }
            State previous = durable;
            synchronized (durability) {
                if (failure == null) durable = next;
                else broken = failure;
                durability.notifyAll();
            }
            (failure == null ? previous : next).release();
            if (failure != null) return; // RocksDB will not write again before it is reopened
        }
    }

    @Override
    public void close() {
        synchronized (durability) {
            closed = true;
            durability.notifyAll();
        }
        try {
            flusher.join(2000);
            db.flushWal(true);
            durable.release();
            db.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Rocks<T> {
        T run() throws RocksDBException;
    }

    private static <T> T unchecked(Rocks<T> r) {
        try {
            return r.run();
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }
}
