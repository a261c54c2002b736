package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import de.bwaldvogel.mongo.exception.FailedToParseException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.values.Refusals;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The cursors that clients have open. One that nobody asks for ten minutes is closed. */
final class Cursors {

    static final int DEFAULT_BATCH = 101;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Map<Long, StateCursor> open = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final Clock clock;
    private final Memory memory;

    Cursors(Clock clock, Memory memory) {
        this.clock = clock;
        this.memory = memory;
    }

    /** The first batch; a cursor stays open if there is more and more is wanted. */
    Document first(Reading reading, String namespace, Iterator<Row> rows, int batchSize, boolean single) {
        var cursor = new StateCursor(namespace, rows, reading, memory.batch());
        var batch = cursor.take(batchSize);
        if (single || cursor.isExhausted()) {
            return Answers.firstAndOnly(namespace, batch);
        }
        reading.keep();
        reading.examined().limit().pause();
        closeIdle();
        makeRoom();
        long id = lastId.incrementAndGet();
        cursor.touch(clock.instant());
        open.put(id, cursor);
        return Answers.cursor(id, namespace, "firstBatch", batch);
    }

    /** How many documents the first answer holds. */
    static int firstBatch(Document options) {
        return options.containsKey("batchSize") ? Arguments.count(options, "batchSize") : DEFAULT_BATCH;
    }

    /** An aggregation has to say that it takes a cursor. */
    static void checkOption(Document aggregate) {
        if (Arguments.optionalDocument(aggregate, "cursor") == null) {
            throw new FailedToParseException(
                    "The 'cursor' option is required, except for aggregate with the explain argument");
        }
    }

    Document more(Document command) {
        long id = Arguments.number(command, "getMore");
        var cursor = open.get(id);
        if (cursor == null) {
            throw new CursorNotFoundException(id);
        }
        refuseOther(cursor, command);
        if (command.containsKey("maxTimeMS")) {
            throw Refusals.badValue("cannot set maxTimeMS on getMore command for a non-awaitData cursor");
        }
        cursor.touch(clock.instant());
        int size = Arguments.count(command, "batchSize");
        try {
            return more(id, cursor, size > 0 ? size : Integer.MAX_VALUE);
        } catch (RuntimeException failure) {
            close(id);
            throw failure;
        }
    }

    private Document more(long id, StateCursor cursor, int size) {
        cursor.limit().begin();
        var batch = cursor.take(size);
        boolean exhausted = cursor.isExhausted();
        cursor.limit().pause();
        if (exhausted) {
            close(id);
        }
        return Answers.cursor(exhausted ? 0 : id, cursor.namespace(), "nextBatch", batch);
    }

    private static void refuseOther(StateCursor cursor, Document command) {
        var asked = command.get("$db") + "." + Arguments.text(command, "collection");
        if (!asked.equals(cursor.namespace())) {
            throw new MongoServerError(
                    13,
                    "Unauthorized",
                    "Requested getMore on namespace '" + asked + "', but cursor belongs to a different namespace "
                            + cursor.namespace());
        }
    }

    Document kill(Document command) {
        List<Long> killed = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (long id : Arguments.longs(command, "cursors")) {
            (close(id) ? killed : unknown).add(id);
        }
        return Answers.ok("cursorsKilled", killed)
                .append("cursorsNotFound", unknown)
                .append("cursorsAlive", List.of())
                .append("cursorsUnknown", List.of());
    }

    boolean close(long id) {
        var cursor = open.remove(id);
        if (cursor != null) {
            cursor.close();
        }
        return cursor != null;
    }

    int count() {
        return open.size();
    }

    void closeIdle() {
        var limit = clock.instant().minus(PATIENCE);
        open.forEach((id, cursor) -> {
            if (cursor.touched().isBefore(limit)) {
                close(id);
            }
        });
    }

    private void makeRoom() {
        if (open.size() >= memory.cursors()) {
            open.entrySet().stream()
                    .min(Comparator.comparing(each -> each.getValue().touched()))
                    .ifPresent(longestIdle -> close(longestIdle.getKey()));
        }
    }

    void closeAll() {
        open.keySet().forEach(this::close);
    }
}
