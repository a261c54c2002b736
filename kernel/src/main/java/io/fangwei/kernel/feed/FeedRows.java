package io.fangwei.kernel.feed;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import io.fangwei.kernel.store.Hashes;
import java.nio.charset.StandardCharsets;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of all datasets of a service: one for each record and area, live or a tombstone. A row moves only to something
 * newer and further on. Beside them a head for each record knows all its areas, so that whoever comes late, a consumer that
 * was believed dead for one, cannot show a record where it no longer is.
 */
final class FeedRows {

    static final String COLLECTION = "feed";
    static final String HEADS = "feedHeads";

    /** The fields that hold the stem of a row's area, by the length of the stem. */
    static final Map<Integer, String> ZONES = Map.of(2, "province", 4, "city", 6, "area");

    private static final int A_PAGE = 500;
    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    /** @param place in the order of the partition */
    record Told(FeedRecord record, ConsumerRecord<String, String> heard, long place) {

        long sequence() {
            return record.event().sequence();
        }
    }

    private final MongoCollection<Document> rows;
    private final MongoCollection<Document> heads;
    private final int epoch;
    private final JsonMapper json;
    private final Clock clock;

    FeedRows(Function<String, MongoCollection<Document>> collections, int epoch, JsonMapper json, Clock clock) {
        this.rows = collections.apply(COLLECTION);
        this.heads = collections.apply(HEADS);
        this.epoch = epoch;
        this.json = json;
        this.clock = clock;
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

    /** Writes what is newer than what there is. Answers whose rows the database refuses, with its reason. */
    Map<ConsumerRecord<String, String>, String> write(String dataset, Collection<Told> all) {
        var told = newest(dataset, all);
        if (told.isEmpty()) {
            return Map.of();
        }
        announce(told);
        var known = heads(told.keySet());
        var writes = new ArrayList<WriteModel<Document>>();
        var from = new ArrayList<Told>();
        told.forEach((key, one) -> {
            var head = known.get(key);
            if (head != null && head.getLong("sequence") <= one.sequence()) {
                for (var write : writes(dataset, one, head.getList("areas", String.class))) {
                    writes.add(write);
                    from.add(one);
                }
            }
        });
        return write(writes, from);
    }

    /** Of several things said of one record, the newest. */
    private static Map<String, Told> newest(String dataset, Collection<Told> all) {
        var newest = new LinkedHashMap<String, Told>();
        for (var one : all) {
            newest.merge(
                    dataset + ":" + one.record().id(),
                    one,
                    (before, next) -> next.sequence() > before.sequence() ? next : before);
        }
        return newest;
    }

    private void announce(Map<String, Told> told) {
        var writes = new ArrayList<WriteModel<Document>>();
        told.forEach((key, one) -> writes.add(new UpdateOneModel<>(
                new Document("_id", key),
                new Document("$max", new Document("sequence", one.sequence()))
                        .append(
                                "$addToSet",
                                new Document(
                                        "areas",
                                        new Document(
                                                "$each",
                                                one.record().areas().stream()
                                                        .sorted()
                                                        .toList()))),
                UPSERT)));
        heads.bulkWrite(writes, IN_ANY_ORDER);
    }

    private Map<String, Document> heads(Collection<String> keys) {
        var found = new HashMap<String, Document>();
        heads.find(in("_id", keys)).forEach(head -> found.put(head.getString("_id"), head));
        return found;
    }

    private List<WriteModel<Document>> writes(String dataset, Told told, List<String> everSeenIn) {
        var writes = new ArrayList<WriteModel<Document>>();
        var content = told.record().content();
        var text = content == null ? null : json.writeValueAsString(content);
        for (var area : everSeenIn) {
            if (text != null && told.record().areas().contains(area)) {
                writes.add(live(dataset, told, area, text));
            } else {
                writes.add(tombstone(dataset, told, area));
                writes.add(stillGone(dataset, told, area));
            }
        }
        return writes;
    }

    private WriteModel<Document> live(String dataset, Told told, String area, String text) {
        var set = moved(told, area, text).append("deleted", false).append("record", text);
        return new UpdateOneModel<>(
                older(rowId(dataset, told, area), told),
                new Document("$set", set)
                        .append("$unset", new Document("deletedOn", ""))
                        .append("$setOnInsert", identity(dataset, told, area)),
                UPSERT);
    }

    private WriteModel<Document> tombstone(String dataset, Told told, String area) {
        var set = moved(told, area, null)
                .append("deleted", true)
                .append("deletedOn", LocalDate.now(clock).toString());
        return new UpdateOneModel<>(
                older(rowId(dataset, told, area), told).append("deleted", new Document("$ne", true)),
                new Document("$set", set)
                        .append("$unset", new Document("record", ""))
                        .append("$setOnInsert", identity(dataset, told, area)),
                UPSERT);
    }

    /** A tombstone stays where it is, but nothing older may come to life in its place. */
    private static WriteModel<Document> stillGone(String dataset, Told told, String area) {
        return new UpdateOneModel<>(
                new Document("_id", rowId(dataset, told, area)).append("deleted", true),
                new Document("$max", new Document("sequence", told.sequence())));
    }

    private Document older(String id, Told told) {
        return new Document("_id", id)
                .append("sequence", new Document("$lt", told.sequence()))
                .append(
                        "$or",
                        List.of(
                                new Document("epoch", new Document("$lt", epoch)),
                                new Document("epoch", epoch).append("place", new Document("$lt", told.place()))));
    }

    private Document moved(Told told, String area, @Nullable String text) {
        var event = told.record().event();
        return new Document("sequence", event.sequence())
                .append("version", event.sequence())
                .append("epoch", epoch)
                .append("partition", told.heard().partition())
                .append("place", told.place())
                .append("on", LocalDate.ofInstant(event.time(), clock.getZone()).toString())
                .append("hash", hash(told.record().id(), area, event.sequence(), text));
    }

    private static Document identity(String dataset, Told told, String area) {
        var identity =
                new Document("dataset", dataset).append("id", told.record().id());
        ZONES.forEach((length, zone) -> identity.append(zone, area.substring(0, length)));
        return identity;
    }

    private static String rowId(String dataset, Told told, String area) {
        return dataset + ":" + told.record().id() + ":" + area;
    }

    /** What whoever pulls can work out again. */
    static String hash(String id, String area, long version, @Nullable String text) {
        return Hashes.hex((id + "\n" + area + "\n" + version + "\n" + (text == null ? "" : text))
                .getBytes(StandardCharsets.UTF_8));
    }

    private Map<ConsumerRecord<String, String>, String> write(List<WriteModel<Document>> writes, List<Told> from) {
        var failed = new HashMap<ConsumerRecord<String, String>, String>();
        if (!writes.isEmpty()) {
            try {
                rows.bulkWrite(writes, IN_ANY_ORDER);
            } catch (MongoBulkWriteException some) {
                if (some.getWriteErrors().isEmpty()) {
                    throw some;
                }
                some.getWriteErrors().stream()
                        .filter(error -> ErrorCategory.fromErrorCode(error.getCode()) != ErrorCategory.DUPLICATE_KEY)
                        .forEach(error -> failed.put(from.get(error.getIndex()).heard(), error.getMessage()));
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
        heads.updateOne(
                new Document("_id", tombstone.getString("dataset") + ":" + tombstone.getString("id")),
                new Document("$pull", new Document("areas", tombstone.getString("area"))));
    }

    /** The field by which rows of a stem are found. */
    static String zone(String stem) {
        return ZONES.getOrDefault(stem.length(), "area");
    }
}
