package io.fangwei.localmongo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatchWithIndex;
import org.rocksdb.WriteOptions;

/** What one writing command reads and changes; its changes reach the store together or not at all. */
final class Transaction extends Reader implements AutoCloseable {

    private final RocksDB db;
    private final WriteOptions unsynced;
    private final Readers readers;
    private final ReadOptions newest = new ReadOptions();
    private final WriteBatchWithIndex batch = new WriteBatchWithIndex(true);
    private final List<Walk> walks = new ArrayList<>();
    private final Map<Integer, Long> counted = new HashMap<>();
    private final List<byte[]> dropped = new ArrayList<>();
    private final Catalogue before;
    private Catalogue catalogue;

    Transaction(RocksDB db, WriteOptions unsynced, Catalogue catalogue, Examined examined, Readers readers) {
        super(examined);
        this.readers = readers;
        this.db = db;
        this.unsynced = unsynced;
        this.before = catalogue;
        this.catalogue = catalogue;
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        try {
            return batch.count() == 0 ? db.get(newest, key) : batch.getFromBatchAndDB(db, newest, key);
        } catch (RocksDBException e) {
            throw new StoreException(e);
        }
    }

    @Override
    Walk walk(byte[] from, byte[] to, boolean backwards) {
        var walk = new Walk(
                from,
                to,
                backwards,
                null,
                options -> {
                    var base = db.newIterator(options);
                    return batch.count() == 0 ? base : batch.newIteratorWithBase(base, options);
                },
                readers);
        walks.add(walk);
        return walk;
    }

    @Override
    Catalogue catalogue() {
        return catalogue;
    }

    void catalogue(Catalogue changed) {
        catalogue = changed;
    }

    @Override
    long count(int collection) {
        byte[] stored = get(Keys.prefix(collection, Keys.COUNT));
        return (stored == null ? 0 : Keys.toLong(stored)) + counted.getOrDefault(collection, 0L);
    }

    void count(int collection, int added) {
        counted.merge(collection, (long) added, Long::sum);
    }

    void put(byte[] key, byte[] value) {
        try {
            batch.put(key, value);
        } catch (RocksDBException e) {
            throw new StoreException(e);
        }
    }

    void delete(byte[] key) {
        try {
            batch.delete(key);
        } catch (RocksDBException e) {
            throw new StoreException(e);
        }
    }

    /** Every key with this prefix goes once the commit has made it unreachable. */
    void dropAfterCommit(byte[] prefix) {
        dropped.add(prefix);
    }

    void commit() {
        counted.forEach(this::writeCount);
        if (catalogue != before) {
            catalogue.write(this);
        }
        writeBatch();
    }

    /** Where there is less than before. */
    Stream<Emptied> emptied() {
        return Stream.concat(
                dropped.stream().map(Emptied::all),
                counted.entrySet().stream()
                        .filter(collection -> collection.getValue() < 0)
                        .map(collection -> Emptied.some(Keys.wholeCollection(collection.getKey()))));
    }

    void dropUnlinked() {
        dropped.forEach(this::dropNow);
    }

    private void writeCount(int collection, long added) {
        byte[] key = Keys.prefix(collection, Keys.COUNT);
        byte[] stored = get(key);
        put(key, Keys.ofLong((stored == null ? 0 : Keys.toLong(stored)) + added));
    }

    private void writeBatch() {
        if (batch.count() == 0) {
            return;
        }
        try {
            db.write(unsynced, batch);
            batch.clear();
        } catch (RocksDBException e) {
            throw new NotWrittenException(e);
        }
    }

    void dropNow(byte[] prefix) {
        try {
            db.deleteRange(unsynced, prefix, Keys.after(prefix));
        } catch (RocksDBException e) {
            throw new NotWrittenException(e);
        }
    }

    /** Iterators before the batch that they read. */
    @Override
    public void close() {
        walks.forEach(Walk::close);
        batch.close();
        newest.close();
    }
}
