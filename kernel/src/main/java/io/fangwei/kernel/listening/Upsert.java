package io.fangwei.kernel.listening;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import io.fangwei.kernel.events.EventEnvelope;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What one event says of one row of a copy. It is written only if the row knows no newer event of the same source;
 * learning the same news twice, or old news late, changes nothing (D3).
 */
public final class Upsert {

    private final String collection;
    private final String id;
    private final String source;
    private final long sequence;
    private final Document update = new Document();
    private final List<String> removed = new ArrayList<>();
    private final List<Document> derived = new ArrayList<>();
    private boolean onlyIfKnown;

    private Upsert(String collection, String id, String source, long sequence) {
        this.collection = collection;
        this.id = id;
        this.source = source;
        this.sequence = sequence;
    }

    /** A row told of by the event's own aggregate. */
    public static Upsert of(String collection, Object id, EventEnvelope event) {
        return new Upsert(collection, id.toString(), event.subject(), event.sequence());
    }

    public Upsert set(String path, @Nullable Object value) {
        return with("$set", path, value);
    }

    /** Sets the value only where the row is new. */
    public Upsert setOnInsert(String path, @Nullable Object value) {
        return with("$setOnInsert", path, value);
    }

    /** Any other update operator, for example {@code $addToSet}, {@code $inc}, {@code $max}. */
    public Upsert with(String operator, String path, @Nullable Object value) {
        update.computeIfAbsent(operator, none -> new Document());
        update.get(operator, Document.class).append(path, value);
        return this;
    }

    /** Takes away what stands at the path. */
    public Upsert remove(String path) {
        removed.add(path);
        return this;
    }

    /**
     * Works a value out from the row as everything else that the event says has left it, one after the other.
     *
     * @param expression of an aggregation
     */
    public Upsert derive(String path, Object expression) {
        derived.add(new Document("$set", new Document(path, expression)));
        return this;
    }

    /** Leaves it at that where there is no such row. */
    public Upsert onlyIfKnown() {
        onlyIfKnown = true;
        return this;
    }

    String collection() {
        return collection;
    }

    WriteModel<Document> write() {
        var guard = "seq." + source;
        var all = new Document(update);
        var set = new Document(all.get("$set") instanceof Document given ? given : new Document())
                .append(guard, sequence);
        all.put("$set", set);
        var older = new Document("_id", id).append(guard, new Document("$not", new Document("$gte", sequence)));
        var options = new UpdateOptions().upsert(!onlyIfKnown);
        return removed.isEmpty() && derived.isEmpty()
                ? new UpdateOneModel<>(older, all, options)
                : new UpdateOneModel<>(older, pipeline(all), options);
    }

    private List<Document> pipeline(Document operators) {
        var set = new Document();
        operators.forEach((operator, values) ->
                ((Document) values).forEach((path, value) -> set.append(path, expression(operator, path, value))));
        var stages = new ArrayList<>(List.of(new Document("$set", set)));
        if (!removed.isEmpty()) {
            stages.add(new Document("$unset", removed));
        }
        stages.addAll(derived);
        return stages;
    }

    private static Document expression(String operator, String path, @Nullable Object value) {
        var literal = new Document("$literal", value);
        return switch (operator) {
            case "$set" -> literal;
            case "$setOnInsert" -> new Document("$ifNull", List.of("$" + path, literal));
            case "$min", "$max" -> new Document(operator, List.of("$" + path, literal));
            default -> throw new IllegalArgumentException(operator + " cannot stand beside what is worked out");
        };
    }
}
