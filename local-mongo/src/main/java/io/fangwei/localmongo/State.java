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
    private final Readers readers;
    private final AtomicInteger holders = new AtomicInteger(1);

    State(RocksDB db, Catalogue known, Readers readers) {
        this.db = db;
        this.readers = readers;
        readers.enter();
        snapshot = db.getSnapshot();
        options = new ReadOptions().setSnapshot(snapshot);
        sequence = snapshot.getSequenceNumber();
        catalogue = Catalogue.read(this::stored, known);
    }

    long sequence() {
        return sequence;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    byte @Nullable [] get(byte[] key) {
        readers.refuseIfClosing();
        return stored(key);
    }

    private byte @Nullable [] stored(byte[] key) {
        try {
            return db.get(options, key);
        } catch (RocksDBException e) {
            throw new StoreException(e);
        }
    }

    Walk walk(byte[] from, byte[] to, boolean backwards) {
        return new Walk(from, to, backwards, snapshot, db::newIterator, readers);
    }

    /** False if the state is gone already. */
    boolean retain() {
        return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void release() {
        if (holders.decrementAndGet() == 0) {
            options.close();
            db.releaseSnapshot(snapshot);
            readers.leave();
        }
    }
}
