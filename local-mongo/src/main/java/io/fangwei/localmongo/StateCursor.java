package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A cursor over a state of the store: what comes later does not change it, and it holds one batch in memory. */
final class StateCursor {

    private static final int MOST_BYTES = 16 << 20;

    private final String namespace;
    private final Iterator<Row> rows;
    private final Reading reading;
    private Instant touched = Instant.EPOCH;
    private boolean closed;

    StateCursor(String namespace, Iterator<Row> rows, Reading reading) {
        this.namespace = namespace;
        this.rows = rows;
        this.reading = reading;
    }

    String namespace() {
        return namespace;
    }

    synchronized List<Document> take(int count) {
        var batch = new ArrayList<Document>();
        long bytes = 0;
        while (batch.size() < count && bytes < MOST_BYTES && !isExhausted()) {
            var row = rows.next();
            bytes += row.size();
            batch.add(row.document());
        }
        return batch;
    }

    synchronized boolean isExhausted() {
        return closed || !rows.hasNext();
    }

    synchronized void touch(Instant now) {
        touched = now;
    }

    synchronized boolean isUntouchedSince(Instant limit) {
        return touched.isBefore(limit);
    }

    synchronized void close() {
        if (!closed) {
            closed = true;
            reading.close();
        }
    }
}
