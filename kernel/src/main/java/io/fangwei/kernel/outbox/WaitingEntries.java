package io.fangwei.kernel.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.fangwei.kernel.journal.Journal;
import io.fangwei.kernel.store.Entry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

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
    private @Nullable Throwable refusal;

    private WaitingEntries(String kind, String id, long events, int all, List<Document> entries) {
        this.kind = kind;
        this.id = id;
        this.events = events;
        this.all = all;
        this.entries = entries;
        this.reachable = entries.size();
    }

    static WaitingEntries of(String kind, Document aggregate) {
        var outbox = aggregate.getList("outbox", Document.class);
        return new WaitingEntries(
                kind,
                aggregate.getString("_id"),
                aggregate.getLong("events"),
                outbox.size(),
                outbox.stream().limit(MOST).toList());
    }

    /** Lines of the journal that are to be told once more. */
    static WaitingEntries ofJournal(String kind, String id, List<Document> lines) {
        return new WaitingEntries(kind, id, 0, lines.size(), lines);
    }

    String id() {
        return id;
    }

    /** Kind and id. */
    String aggregate() {
        return kind + ":" + id;
    }

    /** How many of those sent were not local. */
    long heardByOthers() {
        return entries.stream()
                .limit(sent)
                .filter(entry -> !Boolean.TRUE.equals(entry.getBoolean(Entry.LOCAL)))
                .count();
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

    /** The next entry is not taken as it is. */
    void refused(Throwable why) {
        refusal = why;
        stuck();
    }

    Optional<Throwable> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** True if something is left that may be taken at the next attempt; from then on it is tried again. */
    boolean retry() {
        if (refusal != null || sent == entries.size()) {
            return false;
        }
        reachable = entries.size();
        return true;
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
