package io.fangwei.kernel.listening;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.fangwei.kernel.events.EventEnvelope;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** Up to which event of each source the reactions of a service have come. In a new epoch everything is heard again. */
final class HeardBefore {

    static final String COLLECTION = "heard";

    private static final String SEQUENCE = "sequence";

    private final MongoCollection<Document> heard;

    HeardBefore(MongoCollection<Document> heard) {
        this.heard = heard;
    }

    /** The numbers by the sources of these events. One query. */
    Map<String, Long> upTo(Collection<EventEnvelope> events) {
        var sources = events.stream().map(EventEnvelope::subject).toList();
        var known = new HashMap<String, Long>();
        heard.find(Filters.in("_id", sources))
                .forEach(found -> known.put(found.getString("_id"), found.getLong(SEQUENCE)));
        return known;
    }

    /** The reactions to these events are done. */
    void note(Collection<EventEnvelope> events) {
        if (!events.isEmpty()) {
            heard.bulkWrite(
                    events.stream()
                            .map(event -> new UpdateOneModel<Document>(
                                    Filters.eq("_id", event.subject()),
                                    Updates.max(SEQUENCE, event.sequence()),
                                    new UpdateOptions().upsert(true)))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        }
    }
}
