package io.fangwei.kernel.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import io.fangwei.kernel.store.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;

/**
 * Every entry of every aggregate of a service, kept as long as the records: the history, the audit trail of writes, and
 * what topics are rebuilt from (D1, D15, CD-7.2b). Nothing is ever removed from it.
 */
public final class Journal {

    public static final String COLLECTION = "journal";

    private final MongoCollection<Document> lines;

    public Journal(MongoCollection<Document> lines) {
        this.lines = lines;
        lines.createIndex(new Document("aggregateId", 1).append("kind", 1).append(Entry.SEQUENCE, 1));
        lines.createIndex(new Document("aggregateId", 1).append(Entry.CAUSE, 1));
    }

    /** An entry as a line of the journal. */
    public static Document line(String kind, String aggregateId, Document entry) {
        var line = new Document("_id", id(kind, aggregateId, entry.getLong(Entry.SEQUENCE)))
                .append("kind", kind)
                .append("aggregateId", aggregateId);
        line.putAll(entry);
        return line;
    }

    /** The id of a line. */
    public static String id(String kind, String aggregateId, long sequence) {
        return kind + ":" + aggregateId + ":" + sequence;
    }

    /** The lines of these ids that there are, by their ids. One query. */
    public Map<String, Document> findAll(Collection<String> ids) {
        var found = new HashMap<String, Document>();
        lines.find(in("_id", ids)).forEach(line -> found.put(line.getString("_id"), line));
        return found;
    }

    /** Keeps lines; those it already has stay. Answers the ids of lines that another entry holds: an alarm. */
    public Set<String> keep(List<Document> added) {
        if (added.isEmpty()) {
            return Set.of();
        }
        try {
            lines.insertMany(added, new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException some) {
            var repeated = new ArrayList<Document>();
            for (var error : some.getWriteErrors()) {
                if (ErrorCategory.fromErrorCode(error.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                    throw some;
                }
                repeated.add(added.get(error.getIndex()));
            }
            return heldByOthers(repeated);
        }
    }

    /** The lines of one aggregate after a number, in order. */
    public List<Document> of(String kind, UUID aggregateId, long after, int limit) {
        return lines.find(and(eq("aggregateId", aggregateId.toString()), eq("kind", kind), gt(Entry.SEQUENCE, after)))
                .sort(new Document("aggregateId", 1).append("kind", 1).append(Entry.SEQUENCE, 1))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** True if an entry of the aggregate was caused by this command or event (D7). */
    public boolean hasCause(UUID aggregateId, String cause) {
        return lines.find(and(eq("aggregateId", aggregateId.toString()), eq(Entry.CAUSE, cause)))
                        .projection(new Document("_id", 1))
                        .first()
                != null;
    }

    private Set<String> heldByOthers(List<Document> repeated) {
        var foreign = new HashSet<String>();
        for (var line : repeated) {
            var held = lines.find(eq("_id", line.getString("_id"))).first();
            if (held != null && !line.getString(Entry.ID).equals(held.getString(Entry.ID))) {
                foreign.add(line.getString("_id"));
            }
        }
        return foreign;
    }
}
