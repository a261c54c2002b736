package io.fangwei.kernel.feed;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.events.EventEnvelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;

/** What the owner of a dataset knows: things with a value, in one or several areas or withdrawn. */
final class Things implements FeedSource {

    static final String CHANGED = "things.changed.v1";
    static final String DATASET = "X-01";

    /** What a thing shows. */
    record Shown(String value, int twice) {}

    private final MongoCollection<Document> things;

    Things(MongoCollection<Document> things) {
        this.things = things;
    }

    static Dataset dataset(MongoCollection<Document> things) {
        return new Dataset(DATASET, Set.of(Role.CP, Role.EA), List.of(new Things(things)));
    }

    /** Changes a thing; answers the number of the event that tells of it. */
    long change(UUID id, int value, String... areas) {
        var before = things.find(Filters.eq("_id", id.toString())).first();
        var sequence = before == null ? 1 : before.getLong("sequence") + 1;
        things.replaceOne(
                Filters.eq("_id", id.toString()),
                new Document("_id", id.toString())
                        .append("sequence", sequence)
                        .append("value", value)
                        .append("areas", List.of(areas)),
                new ReplaceOptions().upsert(true));
        return sequence;
    }

    @Override
    public Set<String> types() {
        return Set.of(CHANGED);
    }

    @Override
    public List<FeedRecord> on(List<EventEnvelope> events) {
        var known = new HashMap<String, Document>();
        things.find(in("_id", events.stream().map(EventEnvelope::subject).toList()))
                .forEach(thing -> known.put(thing.getString("_id"), thing));
        var records = new ArrayList<FeedRecord>();
        for (var event : events) {
            var thing = known.get(event.subject());
            if (thing == null) {
                throw new IllegalArgumentException("There is no thing " + event.subject());
            }
            records.add(record(event, thing));
        }
        return records;
    }

    private static FeedRecord record(EventEnvelope event, Document thing) {
        var areas = thing.getList("areas", String.class);
        var value = thing.getInteger("value");
        return areas.isEmpty()
                ? FeedRecord.withdrawn(event, event.subject())
                : FeedRecord.shown(event, event.subject(), areas, new Shown("值 " + value, 2 * value));
    }

    /** What whoever sees these stems should have: the text of each record by id and area. */
    TreeMap<String, String> visible(List<String> stems) {
        var visible = new TreeMap<String, String>();
        for (var thing : things.find()) {
            for (var area : thing.getList("areas", String.class)) {
                if (stems.stream().anyMatch(area::startsWith)) {
                    var value = thing.getInteger("value");
                    visible.put(
                            thing.getString("_id") + " " + area,
                            "{\"value\":\"值 %d\",\"twice\":%d}".formatted(value, 2 * value));
                }
            }
        }
        return visible;
    }
}
