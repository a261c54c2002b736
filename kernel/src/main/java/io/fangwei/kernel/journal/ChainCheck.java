package io.fangwei.kernel.journal;

import static com.mongodb.client.model.Filters.eq;

import io.fangwei.kernel.problems.NotFound;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.Entry;
import io.fangwei.kernel.store.StoreContext;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Recomputes the hash chain of one aggregate from its journal and what still waits in its outbox (CD-7.2b, D15). */
public final class ChainCheck {

    private static final int A_PAGE = 500;

    /**
     * What a check found.
     *
     * @param entries how many links hold, from the first
     * @param broken the entry at which the chain breaks first, and how; none if it is whole
     */
    public record Result(
            boolean whole, long entries, @Nullable Broken broken) {}

    /** The first broken link. */
    public record Broken(long sequence, @Nullable String entryId, Damage damage) {}

    /** How a chain can break. */
    public enum Damage {
        /** what the entry says is not what its hash was computed from, or not what the aggregate knows as its newest */
        CONTENT_CHANGED,
        /** the entry does not name the hash of the one before */
        LINK_BROKEN,
        /** numbers are missing before this entry */
        ENTRY_MISSING,
        /** the chain ends before the newest hash that the aggregate knows */
        END_MISSING
    }

    private final StoreContext context;
    private final Journal journal;

    public ChainCheck(StoreContext context, Journal journal) {
        this.context = context;
        this.journal = journal;
    }

    public Result verify(AggregateKind<?> kind, UUID id) {
        var aggregate = context.collection(kind.collection())
                .find(eq("_id", id.toString()))
                .first();
        if (aggregate == null) {
            throw new NotFound(kind.name(), id);
        }
        var walk = new Walk(kind.name(), id.toString(), aggregate.getLong("events"));
        List<Document> page;
        do {
            page = journal.of(kind.name(), id, walk.sequence, A_PAGE);
            page.forEach(walk::take);
        } while (page.size() == A_PAGE && walk.broken == null && walk.sequence < walk.last);
        aggregate.getList("outbox", Document.class).stream()
                .filter(entry -> entry.getLong(Entry.SEQUENCE) > walk.sequence)
                .forEach(walk::take);
        return walk.end(aggregate.getString("head"));
    }

    private static final class Walk {

        private final String kind;
        private final String id;
        private final long last;
        private long sequence;
        private String previous = Entry.GENESIS;
        private @Nullable String newest;
        private @Nullable Broken broken;

        /** @param last number of the newest entry when the aggregate was read; later ones are none of this check */
        Walk(String kind, String id, long last) {
            this.kind = kind;
            this.id = id;
            this.last = last;
        }

        void take(Document entry) {
            var number = entry.getLong(Entry.SEQUENCE);
            if (broken != null || number > last) {
                return;
            }
            if (number != sequence + 1) {
                broken = new Broken(sequence + 1, null, Damage.ENTRY_MISSING);
            } else if (!previous.equals(entry.getString(Entry.PREVIOUS))) {
                broken = new Broken(number, entry.getString(Entry.ID), Damage.LINK_BROKEN);
            } else if (!Entry.hash(kind, id, entry).equals(entry.getString(Entry.HASH))) {
                broken = new Broken(number, entry.getString(Entry.ID), Damage.CONTENT_CHANGED);
            } else {
                sequence = number;
                previous = entry.getString(Entry.HASH);
                newest = entry.getString(Entry.ID);
            }
        }

        Result end(String head) {
            if (broken == null && !previous.equals(head)) {
                broken = sequence == last
                        ? new Broken(sequence, newest, Damage.CONTENT_CHANGED)
                        : new Broken(sequence + 1, null, Damage.END_MISSING);
            }
            return new Result(broken == null, sequence, broken);
        }
    }
}
