package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
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
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .until(() -> catchThrowable(() -> collection.insertOne(new Document("_id", "after"))) == null);

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
