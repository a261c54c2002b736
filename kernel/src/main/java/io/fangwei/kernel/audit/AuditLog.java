package io.fangwei.kernel.audit;

import com.mongodb.client.MongoCollection;
import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.store.Hashes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * Attempts that were refused for role or scope, what supervisors read, and reads of what is masked for others,
 * append-only: each line carries the hash of the one before, each start of
 * a service begins a chain of its own, and one insert follows the other (D15).
 */
public final class AuditLog {

    public static final String COLLECTION = "audit";

    /** Why an attempt was refused. */
    public enum Refused {
        ROLE,
        SCOPE
    }

    private final Supplier<MongoCollection<Document>> lines;
    private final Clock clock;
    private final String writer = UUID.randomUUID().toString();
    private long number;
    private String previous = "";

    public AuditLog(Supplier<MongoCollection<Document>> lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    public void refused(Caller caller, Refused reason, String what) {
        append(caller, what, "refused", reason.name());
    }

    /**
     * Somebody is about to see what others see masked.
     *
     * @param fields that are shown
     */
    public void read(Caller caller, String what, List<String> fields) {
        append(caller, what, "read", fields);
    }

    /** Somebody who supervises has read what is not his own. */
    public void read(Caller caller, String what) {
        append(caller, what, "read", "DATASET");
    }

    private synchronized void append(Caller caller, String what, String done, Object details) {
        var at = Instant.now(clock).toString();
        var next = number + 1;
        var hash = Hashes.hex(List.of(writer, next, at, caller.subject(), details, what, previous));
        lines.get()
                .insertOne(new Document("_id", writer + ":" + next)
                        .append("writer", writer)
                        .append("number", next)
                        .append("at", at)
                        .append("actor", caller.subject())
                        .append(
                                "roles",
                                caller.roles().stream().map(Enum::name).sorted().toList())
                        .append(done, details)
                        .append("what", what)
                        .append("previous", previous)
                        .append("hash", hash));
        number = next;
        previous = hash;
    }
}
