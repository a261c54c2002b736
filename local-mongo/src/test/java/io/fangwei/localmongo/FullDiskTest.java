package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    private static final int OUT_OF_DISK_SPACE = 14031;
    private static final int WRITERS = 8;

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @Test
    void below_the_reserve_nothing_is_written_and_reading_goes_on() {
        var free = new AtomicLong(1000);
        var settings = Settings.of(folder, 0);
        try (var mongo = LocalMongo.open(DirectoryLock.on(folder), settings, new Space(free::get, 500));
                var client = MongoClients.create(mongo.connectionString())) {
            var collection = client.getDatabase("a").getCollection("c");
            collection.insertOne(new Document("_id", 1));

            free.set(499);
            assertThatThrownBy(() -> collection.insertOne(new Document("_id", 2)))
                    .isInstanceOfSatisfying(
                            MongoException.class,
                            refused -> assertThat(refused.getCode()).isEqualTo(OUT_OF_DISK_SPACE));
            assertThat(ids(collection)).containsExactly(1);

            free.set(500);
            collection.insertOne(new Document("_id", 3));
            assertThat(ids(collection)).containsExactly(1, 3);
        }
    }

    @Test
    void below_the_reserve_what_takes_away_is_let_through_to_a_quarter_of_it() {
        var free = new AtomicLong(1000);
        try (var mongo = LocalMongo.open(DirectoryLock.on(folder), Settings.of(folder, 0), new Space(free::get, 500));
                var client = MongoClients.create(mongo.connectionString())) {
            var database = client.getDatabase("a");
            var collection = database.getCollection("c");
            collection.insertMany(
                    IntStream.range(0, 5).mapToObj(i -> new Document("_id", i)).toList());
            collection.createIndex(new Document("past", 1), new IndexOptions().expireAfter(1L, TimeUnit.SECONDS));
            collection.insertOne(new Document("_id", "old").append("past", new java.util.Date(0)));
            database.createCollection("d");

            free.set(125);
            mongo.expire();
            collection.deleteOne(new Document("_id", 0));
            collection.findOneAndDelete(new Document("_id", 1));
            collection.dropIndex("past_1");
            database.getCollection("d").drop();
            assertThat(ids(collection)).containsExactly(2, 3, 4);
            assertThat(database.listCollectionNames()).containsExactly("c");
            assertThat(codeOf(() -> collection.findOneAndUpdate(
                            new Document("_id", 2), new Document("$set", new Document("a", 1)))))
                    .isEqualTo(OUT_OF_DISK_SPACE);
            assertThat(codeOf(() -> collection.insertOne(new Document("_id", 9))))
                    .isEqualTo(OUT_OF_DISK_SPACE);

            free.set(124);
            assertThat(codeOf(() -> collection.deleteOne(new Document("_id", 2))))
                    .isEqualTo(OUT_OF_DISK_SPACE);
            assertThat(codeOf(database::drop)).isEqualTo(OUT_OF_DISK_SPACE);

            free.set(125);
            database.drop();
            assertThat(database.listCollectionNames()).isEmpty();
        }
    }

    private static int codeOf(ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(MongoException.class, call).getCode();
    }

    /** With a reserve on a disk of its own: deletes until the disk has room again. */
    @Test
    void a_full_disk_can_be_emptied() throws Exception {
        NativeLibrary.loadFrom(elsewhere);
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder.toString()), "no tmpfs to be had");
        try {
            var settings = Settings.of(folder.resolve("data"), 0)
                    .withReserve(20 << 20)
                    .withMemory(new Memory(1 << 20, 4 << 20, 1 << 20, 1000, 100, 16 << 20));
            Files.createDirectories(settings.directory());
            try (var mongo = LocalMongo.open(settings);
                    var client = MongoClients.create(mongo.connectionString() + "/?retryWrites=false")) {
                var database = client.getDatabase("a");
                fillAndEmpty(mongo, database.getCollection("c"), database.getCollection("d"));
            }
        } finally {
            run("umount", "-l", folder.toString());
        }
    }

    private static void fillAndEmpty(LocalMongo mongo, MongoCollection<Document> some, MongoCollection<Document> all) {
        some.insertMany(documents(0, 50));
        int id = 0;
        while (insertedTen(all, id)) {
            id += 10;
        }

        untilLetThrough(() -> some.deleteMany(new Document("n", new Document("$gte", 10))));
        untilLetThrough(all::drop);
        mongo.reclaim();

        IntStream.range(20, 35)
                .forEach(hundred -> untilLetThrough(() -> some.insertMany(documents(100 * hundred, 100))));
        assertThat(some.countDocuments()).isEqualTo(1510);
    }

    private static List<Document> documents(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(FullDiskTest::document)
                .toList();
    }

    /** For a moment the store itself may need room, to write what it has in memory. */
    private static void untilLetThrough(ThrowableAssert.ThrowingCallable command) {
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .until(() -> catchThrowable(command) == null);
    }

    private static boolean insertedTen(MongoCollection<Document> collection, int from) {
        return catchThrowable(() -> collection.insertMany(documents(from, 10))) == null;
    }

    /** Without a reserve the log does fail: on a disk of its own, which is full for a while. */
    @Test
    void when_the_log_fails_all_who_wait_hear_of_it_and_the_store_opens_again() throws Exception {
        NativeLibrary.loadFrom(elsewhere);
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", folder.toString()), "no tmpfs to be had");
        try {
            var settings = Settings.of(folder.resolve("data"), 0)
                    .withReserve(0)
                    .withMemory(new Memory(1 << 20, 4 << 20, 1 << 20, 1000, 100, 16 << 20));
            Files.createDirectories(settings.directory());
            try (var mongo = LocalMongo.open(settings);
                    var client = MongoClients.create(mongo.connectionString() + "/?retryWrites=false")) {
                fillAndGoOn(client.getDatabase("a").getCollection("c"));
            }
        } finally {
            run("umount", "-l", folder.toString());
        }
    }

    private void fillAndGoOn(MongoCollection<Document> collection) throws Exception {
        collection.createIndex(new Document("n", 1));
        collection.insertMany(
                IntStream.range(0, 300).mapToObj(FullDiskTest::document).toList());
        var ballast = Files.write(folder.resolve("ballast"), new byte[12 << 20]);
        Queue<Integer> acknowledged = new ConcurrentLinkedQueue<>();
        try (var cursor = collection.find().batchSize(10).iterator()) {
            cursor.next();
            var failures = insertUntilRefused(collection, acknowledged);
            assertThat(failures)
                    .hasSize(WRITERS)
                    .allSatisfy(failure -> assertThat(failure)
                            .isInstanceOfSatisfying(
                                    MongoException.class,
                                    refused -> assertThat(refused.getCode()).isEqualTo(OUT_OF_DISK_SPACE)));
            assertThat(collection.countDocuments(new Document("n", 7))).isEqualTo(1);
            assertThat(ids(collection)).containsAll(acknowledged);
        }

        Files.delete(ballast);
        untilLetThrough(() -> collection.insertOne(new Document("_id", "after")));

        assertThat(ids(collection)).containsAll(acknowledged).contains("after");
        assertThat(collection.countDocuments(new Document("n", 7))).isEqualTo(1);
    }

    private static List<Throwable> insertUntilRefused(MongoCollection<Document> collection, Queue<Integer> acknowledged)
            throws InterruptedException {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        var next = new AtomicLong(1000);
        var writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> new Thread(() -> failures.add(catchThrowable(() -> {
                    while (true) {
                        int id = (int) next.incrementAndGet();
                        collection.insertOne(document(id));
                        acknowledged.add(id);
                    }
                }))))
                .toList();
        writers.forEach(Thread::start);
        for (Thread each : writers) {
            each.join();
        }
        return new ArrayList<>(failures);
    }

    private static Document document(int id) {
        byte[] noise = new byte[20_000];
        new java.util.Random(id).nextBytes(noise);
        return new Document("_id", id).append("n", id).append("noise", new Binary(noise));
    }

    private static List<Object> ids(MongoCollection<Document> collection) {
        return collection
                .find()
                .projection(new Document("_id", 1))
                .map(each -> each.get("_id"))
                .into(new ArrayList<>());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
