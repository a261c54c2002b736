package io.fangwei.localmongo;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.Snapshot;

/** A walk over a range of keys. It owns native memory, and refuses use after its end instead of crashing the process. */
final class Walk implements AutoCloseable {

    private final byte[] from;
    private final byte[] to;
    private final boolean backwards;
    private final Slice bound;
    private final ReadOptions options;
    private final RocksIterator at;
    private final Readers readers;
    private boolean closed;
    private byte @Nullable [] key;

    Walk(
            byte[] from,
            byte[] to,
            boolean backwards,
            @Nullable Snapshot snapshot,
            Function<ReadOptions, RocksIterator> opening,
            Readers readers) {
        this.readers = readers;
        this.from = from;
        this.to = to;
        this.backwards = backwards;
        bound = new Slice(backwards ? from : to);
        options = new ReadOptions();
        if (backwards) {
            options.setIterateLowerBound(bound);
        } else {
            options.setIterateUpperBound(bound);
        }
        if (snapshot != null) {
            options.setSnapshot(snapshot);
        }
        at = opening.apply(options);
        start();
    }

    private void start() {
        if (!backwards) {
            at.seek(from);
        } else {
            at.seekForPrev(to);
        }
        settle();
        if (backwards && key != null && Arrays.compareUnsigned(key, to) >= 0) {
            next();
        }
    }

    /** The key at which the walk stands; null at its end. */
    byte @Nullable [] key() {
        return key;
    }

    byte[] value() {
        refuseIfClosed();
        return at.value();
    }

    void next() {
        refuseIfClosed();
        readers.refuseIfClosing();
        if (backwards) {
            at.prev();
        } else {
            at.next();
        }
        settle();
    }

    private void settle() {
        key = at.isValid() ? at.key() : null;
        if (key == null) {
            refuseIfDamaged();
        }
        if (key != null && (backwards ? Arrays.compareUnsigned(key, from) < 0 : Arrays.compareUnsigned(key, to) >= 0)) {
            key = null;
        }
    }

    /** An iterator that cannot read on looks like one at its end. */
    private void refuseIfDamaged() {
        try {
            at.status();
        } catch (RocksDBException e) {
            throw new StoreException(e);
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("the walk is over");
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            key = null;
            at.close();
            options.close();
            bound.close();
        }
    }
}
