package io.fangwei.localmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed in the middle of its work, again and again; nothing that it acknowledged or showed is lost. */
class KillTest {

    private static final int ROUNDS = Campaign.rounds(10, 100);
    private static final int MOST_CHANGES = Campaign.rounds(300, 2500);
    private static final int WRITERS = 16;
    private static final int CHANGES = 6;
    private static final Document BUILT = new Document("version", 1).append("text", -1);

    @TempDir
    Path directory;

    /** The version of each document that was acknowledged last; the deleted ones as 0. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    /** What each writer had asked for when the server died: the version that may or may not be there. */
    private final Map<String, Integer> unanswered = new ConcurrentHashMap<>();

    /** What each writer works on. */
    private final Map<String, String> current = new ConcurrentHashMap<>();

    private final Map<String, Integer> shown = new ConcurrentHashMap<>();
    /** What went wrong before the server was killed. */
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    private volatile boolean killed;
    private final AtomicLong acknowledgements = new AtomicLong();

    @Test
    void every_acknowledged_change_is_there_after_each_kill() throws Exception {
        var random = new Random(Campaign.SEED);
        System.out.println("KillTest: seed " + Campaign.SEED + ", " + ROUNDS + " rounds");

        for (int round = 0; round <= ROUNDS; round++) {
            try (var server = ServerProcess.start(directory);
                    var client = client(server)) {
                compare(client, round - 1);
                if (round < ROUNDS) {
                    workUntilKilled(server, client, round, random.nextInt(100, MOST_CHANGES));
                }
            }
        }

        System.out.println("KillTest: " + acknowledgements + " acknowledged changes, none lost");
    }

    private void workUntilKilled(ServerProcess server, MongoClient client, int round, int changes) throws Exception {
        unanswered.clear();
        shown.clear();
        current.clear();
        killed = false;
        long target = acknowledgements.get() + changes;
        var threads = new ArrayList<Thread>();
        var collection = collection(client);
        for (int writer = 0; writer < WRITERS; writer++) {
            var prefix = round + "-" + writer + "-";
            threads.add(new Thread(() -> write(collection, prefix)));
        }
        threads.add(new Thread(() -> look(collection)));
        threads.add(new Thread(() -> look(collection)));
        threads.add(new Thread(() -> build(collection)));
        threads.forEach(Thread::start);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> acknowledgements.get() >= target || !failures.isEmpty());
        killed = true;
        end(server, client);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    /** Also ends the waiting for a server that is no more. */
    private static void end(ServerProcess server, MongoClient client) {
        server.kill();
        client.close();
    }

    private static MongoClient client(ServerProcess server) {
        return MongoClients.create(server.connectionString() + "/?maxPoolSize=40&retryReads=false");
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        var collection = client.getDatabase("kill").getCollection("aggregates");
        collection.createIndex(new Document("serial", 1), new IndexOptions().unique(true));
        collection.createIndex(new Document("state", 1).append("version", -1));
        collection.createIndex(new Document("outbox.n", 1));
        return collection;
    }

    /** Inserts documents and changes each a few times; deletes some; tries to break the unique index. */
    private void write(MongoCollection<Document> collection, String prefix) {
        try {
            for (int i = 0; ; i++) {
                var id = prefix + i;
                change(id, 1, () -> collection.insertOne(document(id)));
                for (int version = 1; version <= CHANGES; version++) {
                    int next = version + 1;
                    change(
                            id,
                            next,
                            () -> collection.updateOne(
                                    and(eq("_id", id), eq("version", next - 1)),
                                    combine(
                                            set("version", next),
                                            set("state", "S" + next % 3),
                                            push("outbox", new Document("n", next).append("of", id)))));
                }
                if (i % 5 == 4) {
                    change(id, 0, () -> collection.deleteOne(eq("_id", id)));
                }
                insertDuplicateOf(collection, id, i);
            }
        } catch (RuntimeException | AssertionError stopped) {
            if (!killed || stopped instanceof AssertionError) {
                failures.add(stopped);
            }
        }
    }

    private static Document document(String id) {
        return new Document("_id", id)
                .append("serial", "serial of " + id)
                .append("version", 1)
                .append("state", "S1")
                .append("outbox", List.of(new Document("n", 1).append("of", id)))
                .append("text", "x".repeat(1000));
    }

    private void change(String id, int version, Runnable change) {
        unanswered.put(id, version);
        current.put(Thread.currentThread().getName(), id);
        change.run();
        acknowledged.put(id, version);
        unanswered.remove(id);
        acknowledgements.incrementAndGet();
    }

    private static void insertDuplicateOf(MongoCollection<Document> collection, String id, int i) {
        if (i % 5 != 4) {
            try {
                collection.insertOne(document(id).append("_id", "twin of " + id));
                throw new AssertionError("a duplicate was inserted");
            } catch (MongoWriteException duplicate) {
                assertThat(duplicate.getError().getCode()).isEqualTo(11000);
            }
        }
    }

    /** There is always an index that is not complete when the server dies. */
    private void build(MongoCollection<Document> collection) {
        try {
            while (true) {
                collection.createIndex(BUILT);
                collection.dropIndex(BUILT);
            }
        } catch (RuntimeException stopped) {
            if (!killed) {
                failures.add(stopped);
            }
        }
    }

    /** Reads what is being changed right now. */
    private void look(MongoCollection<Document> collection) {
        try {
            while (true) {
                for (Document each : collection.find(in("_id", List.copyOf(current.values())))) {
                    shown.merge(each.getString("_id"), each.getInteger("version"), Math::max);
                }
            }
        } catch (RuntimeException | AssertionError stopped) {
            if (!killed || stopped instanceof AssertionError) {
                failures.add(stopped);
            }
        }
    }

    private void compare(MongoClient client, int round) {
        if (round >= 0) {
            var collection = client.getDatabase("kill").getCollection("aggregates");
            var found = new ConcurrentHashMap<String, Document>();
            collection.find().forEach(each -> found.put(each.getString("_id"), each));

            var as = "seed " + Campaign.SEED + ", round " + round + ", ";
            acknowledged.forEach((id, version) -> assertThat(versionOf(found.get(id)))
                    .as(as + id)
                    .isIn(version, unanswered.getOrDefault(id, version)));
            shown.forEach((id, version) -> {
                if (acknowledged.getOrDefault(id, 1) != 0 && unanswered.getOrDefault(id, 1) != 0) {
                    assertThat(versionOf(found.get(id))).as(as + "shown " + id).isGreaterThanOrEqualTo(version);
                }
            });
            found.values().forEach(each -> assertWhole(as, each));
            collection.createIndex(BUILT);
            assertIndexesEqualData(collection, found.size(), as);
            assertThat(client.getDatabase("kill").runCommand(new Document("validate", "aggregates")))
                    .as(as + "entry by entry")
                    .containsEntry("errors", List.of());
            found.forEach((id, each) -> acknowledged.put(id, versionOf(each)));
            unanswered.keySet().stream().filter(id -> !found.containsKey(id)).forEach(id -> acknowledged.put(id, 0));
        }
    }

    private static int versionOf(Document document) {
        return document == null ? 0 : document.getInteger("version");
    }

    private static void assertWhole(String as, Document each) {
        int version = each.getInteger("version");
        assertThat(each.getString("state")).as(as + each.get("_id")).isEqualTo("S" + version % 3);
        assertThat(each.getList("outbox", Document.class))
                .as(as + each.get("_id"))
                .hasSize(version);
    }

    private static void assertIndexesEqualData(MongoCollection<Document> collection, int size, String as) {
        long byIndex = 0;
        for (int state = 0; state < 3; state++) {
            byIndex += collection.countDocuments(eq("state", "S" + state));
        }
        assertThat(byIndex).as(as + "by index").isEqualTo(size);
        assertThat(collection.countDocuments()).as(as + "counted").isEqualTo(size);
        assertThat(new HashSet<>(collection.distinct("serial", String.class).into(new ArrayList<>())))
                .as(as + "serials")
                .hasSize(size);
    }
}
