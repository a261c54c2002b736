package io.fangwei.localmongo;

import de.bwaldvogel.mongo.exception.MongoServerException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteOptions;

/**
 * RocksDB as a database server wants it. One command writes at a time, into a batch that its own reads see. A write is
 * answered only when the log that holds it is on the disk: one fsync for all who wait. Readers never wait: they see the
 * last state known to be on the disk, so that nobody ever acts on something that a crash could take back.
 */
final class Store implements AutoCloseable {

    private static final long MEGABYTE = 1 << 20;

    private final Options options;
    private final LRUCache cache;
    private final BloomFilter filter;
    private final RocksDB db;
    private final WriteOptions unsynced;
    private final Examined.Total examined = new Examined.Total();
    private final ReentrantLock writing = new ReentrantLock();
    private Catalogue committed;

    private final Object flushed = new Object();
    private boolean flushing;
    private @Nullable RocksDBException broken;
    private volatile State durable;

    Store(Path directory) {
        NativeLibrary.loadFrom(directory.resolve("native"));
        unsynced = new WriteOptions();
        cache = new LRUCache(64 * MEGABYTE);
        filter = new BloomFilter(10);
        options = options(cache, filter);
        try {
            db = RocksDB.open(options, directory.resolve("rocks").toString());
        } catch (RocksDBException e) {
            options.close();
            throw new IllegalStateException("The data folder " + directory + " cannot be opened: " + e.getMessage(), e);
        }
        try {
            durable = new State(db, Catalogue.EMPTY);
            committed = durable.catalogue();
            sweep();
        } catch (RuntimeException e) {
            db.close();
            throw e;
        }
    }

    private static Options options(LRUCache cache, BloomFilter filter) {
        return new Options()
                .setCreateIfMissing(true)
                .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
                .setManualWalFlush(true)
                .setMaxTotalWalSize(128 * MEGABYTE)
                .setWriteBufferSize(32 * MEGABYTE)
                .setMaxBackgroundJobs(2)
                .setMaxOpenFiles(512)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(3)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(cache)
                        .setCacheIndexAndFilterBlocks(true)
                        .setPinL0FilterAndIndexBlocksInCache(true)
                        .setFilterPolicy(filter));
    }

    Examined.Total examined() {
        return examined;
    }

    /** Deletes what a crash left unreachable: half-built indexes and dropped collections. */
    private void sweep() {
        try (var transaction = new Transaction(db, unsynced, committed, new Examined(examined))) {
            var known = knownPrefixes();
            byte[] at = Keys.prefix(Keys.FIRST, 0);
            byte[] end = Keys.prefix(-1, -1);
            while (true) {
                byte[] found;
                try (var walk = transaction.walk(at, end, false)) {
                    found = walk.key();
                }
                if (found == null) {
                    return;
                }
                byte[] prefix = ByteBuffer.allocate(Keys.PREFIX_LENGTH)
                        .put(found, 0, Keys.PREFIX_LENGTH)
                        .array();
                if (!known.contains(ByteBuffer.wrap(prefix))) {
                    transaction.dropNow(prefix);
                }
                at = Keys.after(prefix);
            }
        }
    }

    private Set<ByteBuffer> knownPrefixes() {
        var known = new HashSet<ByteBuffer>();
        committed.collections().values().forEach(collection -> {
            known.add(ByteBuffer.wrap(Keys.prefix(collection.number(), Keys.DOCUMENTS)));
            known.add(ByteBuffer.wrap(Keys.prefix(collection.number(), Keys.COUNT)));
            collection.indexes().forEach(index -> known.add(ByteBuffer.wrap(index.prefix())));
        });
        return known;
    }

    /** The newest durable state; whoever asks closes it. */
    Reading reading() {
        while (true) {
            var state = durable;
            if (state.retain()) {
                return new Reading(state, new Examined(examined));
            }
        }
    }

    /** What a refused command did before it was refused stays, as on MongoDB; a bug takes everything back. */
    <T> T write(Function<Transaction, T> command) {
        T answer = null;
        MongoServerException refusal = null;
        long sequence;
        writing.lock();
        try (var transaction = new Transaction(db, unsynced, committed, new Examined(examined))) {
            try {
                answer = command.apply(transaction);
            } catch (MongoServerException refused) {
                refusal = refused;
            }
            transaction.commit();
            committed = transaction.catalogue();
            transaction.dropUnlinked();
            sequence = db.getLatestSequenceNumber();
        } finally {
            writing.unlock();
        }
        awaitDurable(sequence);
        if (refusal != null) {
            throw refusal;
        }
        return answer;
    }

    /** The first who waits flushes for all who have written by then; the others wait for it. */
    private void awaitDurable(long sequence) {
        while (durable.sequence() < sequence) {
            if (isMyTurnToFlush(sequence)) {
                try {
                    flush();
                } finally {
                    flushEnded();
                }
            }
        }
    }

    private boolean isMyTurnToFlush(long sequence) {
        synchronized (flushed) {
            while (flushing && durable.sequence() < sequence) {
                try {
                    flushed.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new StoreException("interrupted before the write was durable");
                }
            }
            if (broken != null) {
                throw new StoreException(broken);
            }
            if (durable.sequence() >= sequence) {
                return false;
            }
            flushing = true;
            return true;
        }
    }

    private void flush() {
        var next = new State(db, durable.catalogue());
        try {
            db.flushWal(true);
        } catch (RocksDBException e) {
            next.release();
            broken = e;
            throw new StoreException(e);
        }
        var previous = durable;
        durable = next;
        previous.release();
    }

    private void flushEnded() {
        synchronized (flushed) {
            flushing = false;
            flushed.notifyAll();
        }
    }

    /** Only when no command runs any more. */
    @Override
    public void close() {
        writing.lock();
        try {
            durable.release();
            db.flushWal(true);
        } catch (RocksDBException e) {
            throw new StoreException(e);
        } finally {
            db.close();
            unsynced.close();
            options.close();
            filter.close();
            cache.close();
            writing.unlock();
        }
    }
}
