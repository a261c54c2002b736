package io.fangwei.kernel.feed;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import io.fangwei.kernel.feed.FeedRows.Told;
import io.fangwei.kernel.store.Hashes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How rows are written: live or as tombstones, and only over what is older. */
final class RowForms {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final int epoch;
    private final JsonMapper json;
    private final Clock clock;

    RowForms(int epoch, JsonMapper json, Clock clock) {
        this.epoch = epoch;
        this.json = json;
        this.clock = clock;
    }

    /** The writes that put a record right in every area in which it ever was. */
    List<WriteModel<Document>> of(String dataset, Told told, List<String> everSeenIn) {
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
        FeedRows.ZONES.forEach((length, zone) -> identity.append(zone, area.substring(0, length)));
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
}
