package io.fangwei.kernel.store;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import io.fangwei.kernel.audit.AuditLog;
import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.events.Aggregate;
import io.fangwei.kernel.events.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** What all stores of a service share: the database, the clock, and how an entry is written. */
public final class StoreContext {

    /** A write counts only once a majority has it in its journal, whatever the address of the database says. */
    public static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);

    private final MongoOperations mongo;
    private final JsonMapper json;
    private final Clock clock;
    private final Clock realTime;
    private final AuditLog audit;

    /** @param realTime the machine's time, for what must not follow a movable clock */
    public StoreContext(MongoOperations mongo, JsonMapper json, Clock clock, Clock realTime, AuditLog audit) {
        this.mongo = mongo;
        this.json = json;
        this.clock = clock;
        this.realTime = realTime;
        this.audit = audit;
    }

    public MongoCollection<Document> collection(String name) {
        return mongo.getCollection(name).withWriteConcern(DURABLE);
    }

    MongoConverter converter() {
        return mongo.getConverter();
    }

    Date realNow() {
        return Date.from(realTime.instant());
    }

    void outOfScope(Caller caller, String kind, UUID id) {
        audit.refused(caller, AuditLog.Refused.SCOPE, kind + "/" + id);
    }

    /** Where the thing lies that the current request wanted to create. */
    String locationOf(UUID id) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRequestURI() + "/" + id
                : id.toString();
    }

    List<Document> entries(
            String kind, UUID id, List<? extends Event> events, Aggregate after, Document before, String from) {
        var command = CurrentCommand.get();
        var at = Instant.now(clock).toString();
        var entries = new ArrayList<Document>(events.size());
        var sequence = before.getLong("events");
        var previous = Objects.requireNonNullElse(before.getString("head"), Entry.GENESIS);
        for (var event : events) {
            var entry = new Document(Entry.ID, UUID.randomUUID().toString())
                    .append(Entry.TYPE, event.type())
                    .append(Entry.SEQUENCE, ++sequence)
                    .append(Entry.AT, at)
                    .append(Entry.ACTOR, command.caller().subject())
                    .append(Entry.ROLE, command.role().name())
                    .append(Entry.CAUSE, command.mark())
                    .append(Entry.FROM, from)
                    .append(Entry.TO, after.status())
                    .append(Entry.DATA, json.writeValueAsString(event))
                    .append(Entry.PREVIOUS, previous);
            event.reasonCode().ifPresent(reason -> entry.append(Entry.REASON, reason));
            if (event.local()) {
                entry.append(Entry.LOCAL, true);
            }
            previous = Entry.hash(kind, id.toString(), entry);
            entries.add(entry.append(Entry.HASH, previous));
        }
        return entries;
    }
}
