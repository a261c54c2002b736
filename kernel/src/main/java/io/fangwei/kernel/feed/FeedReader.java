package io.fangwei.kernel.feed;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import io.fangwei.kernel.feed.FeedProgress.Reached;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads rows by area, in the order of their changes. One index serves each query; nothing is held but a page. */
final class FeedReader {

    private static final int A_BATCH = 500;
    private static final Document SENT = new Document("id", 1)
            .append("area", 1)
            .append("version", 1)
            .append("deleted", 1)
            .append("on", 1)
            .append("hash", 1)
            .append("record", 1)
            .append("place", 1);

    private final MongoCollection<Document> rows;
    private final FeedProgress progress;

    FeedReader(MongoCollection<Document> rows, FeedProgress progress) {
        this.rows = rows;
        this.progress = progress;
    }

    /** Whoever is given items, as long as he takes them. */
    interface Taker {

        void take(FeedItem item) throws IOException;
    }

    /** Rows with the places up to which they reach. */
    record Pulled(List<Document> rows, TreeMap<Integer, Long> places, boolean more) {}

    /**
     * What changed after a cursor, never past what is wholly projected. The rows of one event stay together, so that a page
     * may be longer than asked for.
     */
    Pulled changes(FeedCursor after, Reached reached, int limit) {
        var found = new ArrayList<Document>();
        var places = new TreeMap<>(after.places());
        for (var partition : reached.upTo().keySet()) {
            if (found.size() >= limit) {
                break;
            }
            if (after.of(partition) < reached.of(partition)) {
                places.put(partition, page(after, partition, reached.of(partition), limit, found));
            }
        }
        var more = reached.upTo().entrySet().stream()
                .anyMatch(one -> one.getValue() > places.getOrDefault(one.getKey(), Place.NONE));
        return new Pulled(found, places, more);
    }

    private long page(FeedCursor after, int partition, long upTo, int limit, List<Document> into) {
        var open = new PriorityQueue<Source>(Comparator.comparingLong(Source::place));
        var cursors = new ArrayList<MongoCursor<Document>>();
        try {
            for (var stem : after.stems()) {
                var cursor = between(after.dataset(), stem, partition, after.of(partition), upTo)
                        .batchSize(limit + 1)
                        .cursor();
                cursors.add(cursor);
                Source.next(cursor).ifPresent(open::add);
            }
            var last = Place.NONE;
            while (!open.isEmpty()) {
                var next = open.remove();
                if (into.size() >= limit && next.place() != last) {
                    return last;
                }
                into.add(next.row());
                last = next.place();
                Source.next(next.rest()).ifPresent(open::add);
            }
            return upTo;
        } finally {
            cursors.forEach(MongoCursor::close);
        }
    }

    private record Source(Document row, MongoCursor<Document> rest) {

        static java.util.Optional<Source> next(MongoCursor<Document> rest) {
            return rest.hasNext() ? java.util.Optional.of(new Source(rest.next(), rest)) : java.util.Optional.empty();
        }

        long place() {
            return row.getLong("place");
        }
    }

    private FindIterable<Document> between(String dataset, String stem, int partition, long after, long upTo) {
        var zone = FeedRows.zone(stem);
        return rows.find(in(dataset, stem)
                        .append("epoch", progress.epoch())
                        .append("partition", partition)
                        .append("place", new Document("$gt", after).append("$lte", upTo)))
                .projection(SENT)
                .sort(FeedRows.inOrder(zone))
                .hint(FeedRows.inOrder(zone));
    }

    /**
     * All live rows of some areas, whenever they were changed. Rows only ever move on in this order, so that one that moves
     * meanwhile is met once more rather than missed.
     */
    void all(String dataset, List<String> stems, Taker reader) throws IOException {
        for (var stem : stems) {
            var order = FeedRows.inOrder(FeedRows.zone(stem));
            try (var found = rows.find(in(dataset, stem))
                    .projection(SENT)
                    .sort(order)
                    .hint(order)
                    .batchSize(A_BATCH)
                    .cursor()) {
                while (found.hasNext()) {
                    var row = found.next();
                    if (!row.getBoolean("deleted")) {
                        reader.take(FeedItem.of(row));
                    }
                }
            }
        }
    }

    long count(String dataset, List<String> stems) {
        return stems.stream()
                .mapToLong(stem -> rows.countDocuments(in(dataset, stem).append("deleted", false)))
                .sum();
    }

    /** The hashes of what was changed last on a day, or on any. */
    void hashes(String dataset, List<String> stems, boolean deleted, @Nullable LocalDate on, Consumer<String> reader) {
        for (var stem : stems) {
            var wanted = in(dataset, stem).append("deleted", deleted);
            if (on != null) {
                wanted.append("on", on.toString());
            }
            try (var found = rows.find(wanted)
                    .projection(new Document("_id", 0).append("hash", 1))
                    .hint(FeedRows.byDay(FeedRows.zone(stem)))
                    .batchSize(A_BATCH)
                    .cursor()) {
                while (found.hasNext()) {
                    reader.accept(found.next().getString("hash"));
                }
            }
        }
    }

    /** True if something stands behind what is wholly projected. */
    boolean isOnTheMove(String dataset, List<String> stems, Reached reached) {
        return stems.stream()
                .anyMatch(stem -> reached.upTo().entrySet().stream()
                        .anyMatch(one -> between(dataset, stem, one.getKey(), one.getValue(), Long.MAX_VALUE)
                                        .limit(1)
                                        .first()
                                != null));
    }

    private static Document in(String dataset, String stem) {
        return new Document("dataset", dataset).append(FeedRows.zone(stem), stem);
    }
}
