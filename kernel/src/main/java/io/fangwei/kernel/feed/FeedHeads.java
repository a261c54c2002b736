package io.fangwei.kernel.feed;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import io.fangwei.kernel.feed.FeedRows.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/**
 * The newest event and all the areas of each record, written before its rows: so whoever comes late, a consumer that was
 * believed dead for one, cannot show a record where it no longer is.
 */
final class FeedHeads {

    static final String COLLECTION = "feedHeads";

    private final MongoCollection<Document> heads;

    FeedHeads(MongoCollection<Document> heads) {
        this.heads = heads;
    }

    static String key(String dataset, String id) {
        return dataset + ":" + id;
    }

    /** Announces all areas, then answers in which the records have ever been, and what is known of them. */
    Map<String, Document> announce(Map<String, Told> told) {
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
                new UpdateOptions().upsert(true))));
        heads.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        var found = new HashMap<String, Document>();
        heads.find(in("_id", told.keySet())).forEach(head -> found.put(head.getString("_id"), head));
        return found;
    }

    /** Nothing tells any more that the record was there. */
    void forget(String dataset, String id, String area) {
        heads.updateOne(new Document("_id", key(dataset, id)), new Document("$pull", new Document("areas", area)));
    }
}
