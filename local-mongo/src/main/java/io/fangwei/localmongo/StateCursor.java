package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cursor over a state of the store: what comes later does not change it, and it holds one batch in memory. */
final class StateCursor {

    private final String namespace;
    private final Iterator<Row> rows;
    private final Reading reading;
    private final int mostBytes;
    private volatile Instant touched = Instant.EPOCH;
    private @Nullable Row next;
    private boolean closed;

    StateCursor(String namespace, Iterator<Row> rows, Reading reading, int mostBytes) {
        this.namespace = namespace;
        this.rows = rows;
        this.reading = reading;
        this.mostBytes = mostBytes;
    }

    String namespace() {
        return namespace;
    }

    /** One document at least, however large; no more than an answer may hold. */
    synchronized List<Document> take(int count) {
        var batch = new ArrayList<Document>();
        long bytes = 0;
        while (batch.size() < count && !isExhausted()) {
            var row = next();
            bytes += row.size();
            if (bytes > mostBytes && !batch.isEmpty()) {
                return batch;
            }
            next = null;
            batch.add(row.document());
        }
        return batch;
    }

    private Row next() {
        if (next == null) {
            next = rows.next();
        }
        return next;
    }

    synchronized boolean isExhausted() {
        return closed || next == null && !rows.hasNext();
    }

    TimeLimit limit() {
        return reading.examined().limit();
    }

    void touch(Instant now) {
        touched = now;
    }

    Instant touched() {
        return touched;
    }

    synchronized void close() {
        if (!closed) {
            closed = true;
            reading.close();
        }
    }
}
