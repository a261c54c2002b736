package io.fangwei.kernel.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.fangwei.kernel.journal.Journal;
import io.fangwei.kernel.store.Entry;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;

/** What waits in one aggregate in one round, and how far it has come. */
final class WaitingEntries {

    static final int MOST = 50;

    private final String kind;
    private final String id;
    private final long events;
    private final int all;
    private final List<Document> entries;
    private int reachable;
    private int sent;

    private WaitingEntries(String kind, String id, long events, List<Document> outbox) {
        this.kind = kind;
        this.id = id;
        this.events = events;
        this.all = outbox.size();
        this.entries = outbox.stream().limit(MOST).toList();
        this.reachable = entries.size();
    }

    static WaitingEntries of(String kind, Document aggregate) {
        return new WaitingEntries(
                kind,
                aggregate.getString("_id"),
                aggregate.getLong("events"),
                aggregate.getList("outbox", Document.class));
    }

    String id() {
        return id;
    }

    Stream<Document> lines() {
        return entries.stream().map(entry -> Journal.line(kind, id, entry));
    }

    /** Nothing from the first of these lines on is sent. */
    void stopAt(Set<String> alarms) {
        for (int number = 0; number < entries.size() && !alarms.isEmpty(); number++) {
            if (alarms.contains(Journal.line(kind, id, entries.get(number)).getString("_id"))) {
                reachable = Math.min(reachable, number);
                Alarms.raise(
                        kind,
                        id,
                        "its journal line " + entries.get(number).get(Entry.SEQUENCE) + " is held by another event");
            }
        }
    }

    boolean hasNext() {
        return sent < reachable;
    }

    Document next() {
        return entries.get(sent);
    }

    void done() {
        sent++;
    }

    void stuck() {
        reachable = sent;
    }

    /** True if a further round could send more right now. */
    boolean hasMore() {
        return sent == entries.size() && all > sent;
    }

    /** Takes out what was sent; and no longer pending if that was all and nothing came meanwhile. */
    Stream<WriteModel<Document>> forget() {
        if (sent == all) {
            return Stream.of(
                    new UpdateOneModel<>(
                            Filters.and(Filters.eq("_id", id), Filters.eq("events", events)),
                            Updates.combine(Updates.set("outbox", List.of()), Updates.unset("pendingSince"))),
                    new UpdateOneModel<>(Filters.and(Filters.eq("_id", id), Filters.ne("events", events)), pull()));
        }
        return sent == 0 ? Stream.empty() : Stream.of(new UpdateOneModel<>(Filters.eq("_id", id), pull()));
    }

    private Document pull() {
        var ids = entries.stream()
                .limit(sent)
                .map(entry -> entry.getString(Entry.ID))
                .toList();
        return new Document("$pull", new Document("outbox", new Document(Entry.ID, new Document("$in", ids))));
    }
}
