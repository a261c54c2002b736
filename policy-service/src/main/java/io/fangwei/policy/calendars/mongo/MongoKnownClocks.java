package io.fangwei.policy.calendars.mongo;

import static com.mongodb.client.model.Filters.gte;

import io.fangwei.kernel.deadlines.ClockFact.State;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.policy.calendars.KnownClock;
import io.fangwei.policy.calendars.KnownClocks;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoKnownClocks implements KnownClocks {

    private static final int AT_ONCE = 500;

    private final MongoOperations mongo;

    MongoKnownClocks(MongoOperations mongo, AggregateStores stores) {
        this.mongo = mongo;
        stores.index(ClockRows.COLLECTION, "due");
    }

    @Override
    public void dueFrom(LocalDate day, Consumer<KnownClock> each) {
        mongo.getCollection(ClockRows.COLLECTION)
                .find(gte("due", day.toString()))
                .sort(new Document("due", 1))
                .batchSize(AT_ONCE)
                .forEach(row -> each.accept(read(row)));
    }

    private static KnownClock read(Document row) {
        return new KnownClock(
                row.getString("service"),
                UUID.fromString(row.getString("subject")),
                row.getString("rule"),
                State.valueOf(row.getString("state")),
                LocalDate.parse(row.getString("start")),
                LocalDate.parse(row.getString("due")),
                Optional.ofNullable(row.getString("endedOn"))
                        .map(LocalDate::parse)
                        .orElse(null),
                row.get("insurerId", UUID.class));
    }
}
