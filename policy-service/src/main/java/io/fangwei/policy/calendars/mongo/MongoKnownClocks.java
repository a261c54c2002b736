package io.fangwei.policy.calendars.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.policy.calendars.OpenClock;
import io.fangwei.policy.calendars.OpenClocks;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoOpenClocks implements OpenClocks {

    private static final int AT_ONCE = 500;

    private final MongoOperations mongo;

    MongoOpenClocks(MongoOperations mongo, AggregateStores stores) {
        this.mongo = mongo;
        stores.index(ClockRows.COLLECTION, "state", "due");
    }

    @Override
    public void dueFrom(LocalDate day, Consumer<OpenClock> each) {
        mongo.getCollection(ClockRows.COLLECTION)
                .find(and(eq("state", "STARTED"), gte("due", day.toString())))
                .sort(new Document("state", 1).append("due", 1))
                .batchSize(AT_ONCE)
                .forEach(row -> each.accept(read(row)));
    }

    private static OpenClock read(Document row) {
        return new OpenClock(
                row.getString("service"),
                UUID.fromString(row.getString("subject")),
                row.getString("rule"),
                LocalDate.parse(row.getString("start")),
                LocalDate.parse(row.getString("due")),
                row.get("insurerId", UUID.class));
    }
}
