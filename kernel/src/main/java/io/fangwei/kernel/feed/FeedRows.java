package io.fangwei.kernel.feed;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of all datasets of a service: one for each record and area, live or a tombstone. A row moves only to something
 * newer and further on. {@link FeedHeads} tells in which areas a record has ever been.
 */
final class FeedRows {

    static final String COLLECTION = "feed";

    /** The fields that hold the stem of a row's area, by the length of the stem. */
    static final Map<Integer, String> ZONES = Map.of(2, "province", 4, "city", 6, "area");

    private static final int A_PAGE = 500;
    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    /** @param place in the order of the partition */
    record Told(FeedRecord record, ConsumerRecord<String, String> heard, long place) {

        long sequence() {
            return record.event().sequence();
        }
    }

    private final MongoCollection<Document> rows;
    private final FeedHeads heads;
    private final RowForms forms;

    FeedRows(Function<String, MongoCollection<Document>> collections, int epoch, JsonMapper json, Clock clock) {
        this.rows = collections.apply(COLLECTION);
        this.heads = new FeedHeads(collections.apply(FeedHeads.COLLECTION));
        this.forms = new RowForms(epoch, json, clock);
    }

    void index() {
        ZONES.values().forEach(zone -> {
            rows.createIndex(inOrder(zone));
            rows.createIndex(byDay(zone));
        });
        rows.createIndex(new Document("deletedOn", 1), new IndexOptions().sparse(true));
    }

    /** The index that serves an area and everything in the order of its changes. */
    static Document inOrder(String zone) {
        return new Document("dataset", 1)
                .append(zone, 1)
                .append("epoch", 1)
                .append("partition", 1)
                .append("place", 1);
    }

    /** The index that serves an area and what was last changed on a day. */
    static Document byDay(String zone) {
        return new Document("dataset", 1).append(zone, 1).append("deleted", 1).append("on", 1);
    }

    /** What is ready to be written. */
    record Prepared(List<WriteModel<Document>> writes, List<ConsumerRecord<String, String>> from) {}

    /** Writes what is newer than what there is. Answers whose rows the database refuses, with its reason. */
    Map<ConsumerRecord<String, String>, String> write(String dataset, Collection<Told> all) {
        return apply(prepare(dataset, all));
    }

    /** Announces all areas, then looks in which the records have ever been. */
    Prepared prepare(String dataset, Collection<Told> all) {
        var prepared = new Prepared(new ArrayList<>(), new ArrayList<>());
        var told = newest(dataset, all);
        if (told.isEmpty()) {
            return prepared;
        }
        var known = heads.announce(told);
        told.forEach((key, one) -> {
            var head = known.get(key);
            if (head != null && head.getLong("sequence") <= one.sequence()) {
                for (var write : forms.of(dataset, one, head.getList("areas", String.class, List.of()))) {
                    prepared.writes().add(write);
                    prepared.from().add(one.heard());
                }
            }
        });
        return prepared;
    }

    /** Of several things said of one record, the newest. */
    private static Map<String, Told> newest(String dataset, Collection<Told> all) {
        var newest = new LinkedHashMap<String, Told>();
        for (var one : all) {
            newest.merge(
                    FeedHeads.key(dataset, one.record().id()),
                    one,
                    (before, next) -> next.sequence() > before.sequence() ? next : before);
        }
        return newest;
    }

    Map<ConsumerRecord<String, String>, String> apply(Prepared prepared) {
        var failed = new HashMap<ConsumerRecord<String, String>, String>();
        if (!prepared.writes().isEmpty()) {
            try {
                rows.bulkWrite(prepared.writes(), IN_ANY_ORDER);
            } catch (MongoBulkWriteException some) {
                if (some.getWriteErrors().isEmpty()) {
                    throw some;
                }
                some.getWriteErrors().stream()
                        .filter(error -> ErrorCategory.fromErrorCode(error.getCode()) != ErrorCategory.DUPLICATE_KEY)
                        .forEach(error -> failed.put(prepared.from().get(error.getIndex()), error.getMessage()));
            }
        }
        return failed;
    }

    /** Forgets tombstones that were set up before a day, of partitions in which nothing else is written meanwhile. */
    void sweep(LocalDate before, Collection<Integer> partitions) {
        var old = new Document("deletedOn", new Document("$lt", before.toString()))
                .append("partition", new Document("$in", List.copyOf(partitions)));
        List<Document> page;
        do {
            page = rows.find(old)
                    .projection(new Document("dataset", 1).append("id", 1).append("area", 1))
                    .limit(A_PAGE)
                    .into(new ArrayList<>());
            page.forEach(this::forget);
        } while (!page.isEmpty());
    }

    private void forget(Document tombstone) {
        rows.deleteOne(new Document("_id", tombstone.getString("_id")).append("deleted", true));
        heads.forget(tombstone.getString("dataset"), tombstone.getString("id"), tombstone.getString("area"));
    }

    /** The field by which rows of a stem are found. */
    static String zone(String stem) {
        return ZONES.getOrDefault(stem.length(), "area");
    }
}
