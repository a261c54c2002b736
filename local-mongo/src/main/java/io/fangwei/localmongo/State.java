package io.fangwei.localmongo;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Snapshot;

/** A state of the whole store, kept as long as someone reads it. */
final class State {

    private final RocksDB db;
    private final Snapshot snapshot;
    private final ReadOptions options;
    /** Kept in Java: whoever compares states may do so after the native snapshot is gone. */
    private final long sequence;

    private final Catalogue catalogue;
    private final AtomicInteger readers = new AtomicInteger(1);

    State(RocksDB db, Catalogue known) {
        this.db = db;
        snapshot = db.getSnapshot();
        options = new ReadOptions().setSnapshot(snapshot);
        sequence = snapshot.getSequenceNumber();
        catalogue = Catalogue.read(this::get, known);
    }

    long sequence() {
        return sequence;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    byte @Nullable [] get(byte[] key) {
        try {
            return db.get(options, key);
        } catch (RocksDBException e) {
            throw new StoreException(e);
        }
    }

    Walk walk(byte[] from, byte[] to, boolean backwards) {
        return new Walk(from, to, backwards, snapshot, db::newIterator);
    }

    /** False if the state is gone already. */
    boolean retain() {
        return readers.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void release() {
        if (readers.decrementAndGet() == 0) {
            options.close();
            db.releaseSnapshot(snapshot);
        }
    }
}
