package io.fangwei.launcher.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import io.fangwei.launcher.broker.ConsumerProgress;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.bson.Document;

/** What has been written and not yet been heard by all: entries in outboxes, and events that consumers have before them. */
final class Backlog {

    /** What a visit's commands write. */
    private static final List<String> WRITTEN = List.of("visits", "hazards", "plans");

    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private final ConsumerProgress consumers;
    private final MongoClient mongo;

    Backlog(Admin admin, MongoClient mongo) {
        this.consumers = new ConsumerProgress(admin, 1);
        this.mongo = mongo;
    }

    /** So many events the topics hold. */
    long events() {
        return consumers.now().written();
    }

    /** How long it takes from now until nothing is waiting. */
    Duration untilGone() {
        var from = System.nanoTime();
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(AT_MOST)
                    .until(() -> !isAnythingUnsent() && consumers.now().unconsumed() == 0);
        } catch (ConditionTimeoutException stillThere) {
            return AT_MOST;
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private boolean isAnythingUnsent() {
        var database = mongo.getDatabase("fangwei-visit");
        return WRITTEN.stream()
                .anyMatch(collection -> database.getCollection(collection)
                                .find(Filters.gt("pendingSince", new Date(0)))
                                .projection(new Document("_id", 1))
                                .first()
                        != null);
    }
}
