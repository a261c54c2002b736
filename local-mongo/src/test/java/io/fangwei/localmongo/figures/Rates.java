package io.fangwei.localmongo.figures;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.bson.Document;

/** Operations a second: inserts, changes of an aggregate, finds by an index. */
final class Rates implements AutoCloseable {

    private static final int SECONDS = Integer.getInteger("figures.seconds", 8);
    private static final int AGGREGATES = 1_000;
    private static final int ROWS = 100_000;
    private static final int OWNERS = 20_000;

    private final MeasuredServer server;
    private final MongoClient client;
    private final AtomicLong next = new AtomicLong();

    Rates(MeasuredServer server) {
        this.server = server;
        client = MongoClients.create(server.uri() + "/?w=majority&journal=true&maxPoolSize=40");
    }

    /** Fills the collections that the operations need. */
    Map<String, IntConsumer> operations() {
        var wanted = List.of(
                System.getProperty("figures.rates", "inserts,updates,finds").split(","));
        var operations = new LinkedHashMap<String, IntConsumer>();
        if (wanted.contains("inserts")) {
            var rows = rows("rows");
            operations.put("inserts of 300 B, two indexes", thread -> rows.insertOne(row(next.incrementAndGet())));
        }
        if (wanted.contains("updates")) {
            var aggregates = aggregates();
            operations.put("updates of a 2 KB aggregate", thread -> change(aggregates));
        }
        if (wanted.contains("finds")) {
            var rows = many();
            operations.put(
                    "finds by an index among " + ROWS,
                    thread -> rows.find(anOwner()).into(new ArrayList<>()));
        }
        return operations;
    }

    private MongoCollection<Document> many() {
        var rows = rows("many");
        for (int from = 0; from < ROWS; from += 1_000) {
            rows.insertMany(IntStream.range(from, from + 1_000)
                    .mapToObj(each -> row(each))
                    .toList());
        }
        return rows;
    }

    private static Document anOwner() {
        return new Document("owner", "owner" + ThreadLocalRandom.current().nextInt(OWNERS));
    }

    private MongoCollection<Document> rows(String name) {
        var rows = client.getDatabase("figures").getCollection(name);
        rows.createIndex(new Document("owner", 1).append("_id", 1));
        rows.createIndex(new Document("due", 1));
        return rows;
    }

    private static Document row(long number) {
        return new Document("_id", "row-%010d".formatted(number))
                .append("owner", "owner" + number % OWNERS)
                .append("due", "2025-%02d-%02d".formatted(number % 12 + 1, number % 28 + 1))
                .append("text", "x".repeat(200));
    }

    /** As the services keep theirs: state, outbox, marks of the last commands, three indexes. */
    private MongoCollection<Document> aggregates() {
        var aggregates = client.getDatabase("figures").getCollection("aggregates");
        aggregates.createIndex(new Document("state.owner", 1).append("_id", 1));
        aggregates.createIndex(new Document("pendingSince", 1), new IndexOptions().sparse(true));
        aggregates.createIndex(new Document("nextDue", 1), new IndexOptions().sparse(true));
        var all = new ArrayList<Document>();
        for (int i = 0; i < AGGREGATES; i++) {
            all.add(new Document("_id", "aggregate-" + i)
                    .append("version", 1L)
                    .append("state", state(i, 1))
                    .append("outbox", List.of())
                    .append("commands", List.of())
                    .append("nextDue", "2025-03-01"));
        }
        aggregates.insertMany(all);
        return aggregates;
    }

    private static Document state(int number, long version) {
        var state = new Document("owner", "owner" + number % 50)
                .append("status", "OPEN")
                .append("version", version);
        var parts = new ArrayList<Document>();
        for (int i = 0; i < 8; i++) {
            parts.add(new Document("kind", "PART" + i)
                    .append("on", "2025-03-0" + (i + 1))
                    .append("by", "0b7f0f6a-6c1e-4d55-9d0e-00000000000" + i)
                    .append("text", "t".repeat(120)));
        }
        return state.append("parts", parts);
    }

    private static void change(MongoCollection<Document> aggregates) {
        int number = ThreadLocalRandom.current().nextInt(AGGREGATES);
        long version = new Random().nextLong();
        var mark = new Document("mark", "mark" + version).append("version", version);
        aggregates.updateOne(
                new Document("_id", "aggregate-" + number),
                new Document("$set", new Document("version", version).append("state", state(number, version)))
                        .append(
                                "$push",
                                new Document("commands", new Document("$each", List.of(mark)).append("$slice", -8))));
    }

    /** Operations in a second, after half as long that does not count. */
    String rate(int threads, IntConsumer operation) throws InterruptedException {
        run(threads, Math.max(2, SECONDS / 2), operation);
        double cpu = server.cpuSeconds();
        long done = run(threads, SECONDS, operation);
        return "%,8.0f/s %6.3f ms".formatted(done / (double) SECONDS, (server.cpuSeconds() - cpu) * 1e3 / done);
    }

    private static long run(int threads, int seconds, IntConsumer operation) throws InterruptedException {
        var done = new AtomicLong();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        var all = IntStream.range(0, threads)
                .mapToObj(number -> new Thread(() -> {
                    while (System.nanoTime() < end) {
                        operation.accept(number);
                        done.incrementAndGet();
                    }
                }))
                .toList();
        all.forEach(Thread::start);
        for (Thread thread : all) {
            thread.join();
        }
        return done.get();
    }

    @Override
    public void close() {
        client.close();
    }
}
