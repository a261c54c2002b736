package io.fangwei.launcher.operations;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import io.fangwei.kernel.store.StoreContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;

/** Where the present epoch is kept: beside the journals, so that it comes and goes with them. */
final class Epochs {

    static final String DATABASE = "fangwei-launcher";

    private static final String COLLECTION = "epochs";
    private static final String PRESENT = "present";
    private static final Instant BEFORE_ALL = Instant.parse("2025-01-01T00:00:00Z");

    private final MongoCollection<Document> kept;
    private final Clock realTime;

    Epochs(MongoClient mongo, Clock realTime) {
        kept = mongo.getDatabase(DATABASE).getCollection(COLLECTION).withWriteConcern(StoreContext.DURABLE);
        this.realTime = realTime;
    }

    Optional<Epoch> present() {
        return Optional.ofNullable(kept.find(eq("_id", PRESENT)).first())
                .map(found ->
                        new Epoch(found.getInteger("number"), found.getString("broker"), found.getBoolean("whole")));
    }

    /** The first epoch of an installation that has no past. */
    Epoch first(String broker) {
        return keep(new Epoch(1, broker, true));
    }

    /** A new epoch whose topics are still to be rebuilt. Its number is the second in which it begins. */
    Epoch begin(String broker) {
        var second = (int) Duration.between(BEFORE_ALL, Instant.now(realTime)).toSeconds();
        var after = present().map(Epoch::number).orElse(0);
        return keep(new Epoch(Math.max(after + 1, second), broker, false));
    }

    Epoch finish(Epoch rebuilt) {
        return keep(rebuilt.finished());
    }

    private Epoch keep(Epoch epoch) {
        kept.replaceOne(
                eq("_id", PRESENT),
                new Document("number", epoch.number())
                        .append("broker", epoch.broker())
                        .append("whole", epoch.whole()),
                new ReplaceOptions().upsert(true));
        return epoch;
    }
}
