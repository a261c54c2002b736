package io.fangwei.localmongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.DuplicateKeyException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index on what is large by this server's settings: built in chunks of ten documents. */
class IndexBuildTest {

    private static final int MANY = 1500;
    private static final Memory CHUNKS_OF_TEN = new Memory(8 << 20, 8 << 20, 4 << 20, 10, 100, 16 << 20);
    private static final Document KEY = new Document("n", 1);

    @TempDir
    Path folder;

    private Settings settings() {
        return Settings.of(folder, 0).withMemory(CHUNKS_OF_TEN);
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("a").getCollection("c");
    }

    private static void insertMany(MongoCollection<Document> collection) {
        collection.insertMany(IntStream.range(0, MANY)
                .mapToObj(i -> new Document("_id", i).append("n", i))
                .toList());
    }

    private static List<String> indexes(MongoCollection<Document> collection) {
        return collection.listIndexes().map(each -> each.getString("name")).into(new ArrayList<>());
    }

    private static void assertValid(MongoClient client) {
        assertThat(client.getDatabase("a").runCommand(new Document("validate", "c")))
                .containsEntry("errors", List.of());
    }

    @Test
    void others_write_meanwhile_and_are_in_the_index() throws Exception {
        try (var mongo = LocalMongo.open(settings());
                var client = MongoClients.create(mongo.connectionString())) {
            var collection = collection(client);
            insertMany(collection);
            var built = new AtomicBoolean();

            var build = CompletableFuture.runAsync(() -> collection.createIndexes(
                            List.of(new IndexModel(KEY), new IndexModel(new Document("tags", -1)))))
                    .whenComplete((done, failure) -> built.set(true));
            int writes = 0;
            for (; !built.get(); writes++) {
                collection.insertOne(new Document("n", -writes).append("tags", List.of(writes, "x")));
                collection.updateOne(eq("_id", MANY - 1 - writes % 700), set("n", 10_000 + writes));
                collection.deleteOne(eq("_id", writes % 700));
            }
            build.get();

            assertThat(writes).as("writes during the build").isGreaterThan(3);
            assertValid(client);
            assertThat(collection.countDocuments(eq("tags", "x"))).isEqualTo(writes);
            assertThat(indexes(collection)).containsExactly("_id_", "n_1", "tags_-1");
        }
    }

    @Test
    void duplicates_that_are_met_late_leave_nothing_of_any_index_of_the_command() {
        try (var mongo = LocalMongo.open(settings());
                var client = MongoClients.create(mongo.connectionString())) {
            var collection = collection(client);
            insertMany(collection);
            collection.insertOne(new Document("_id", MANY).append("n", MANY - 1));

            assertThatThrownBy(() -> collection.createIndexes(List.of(
                            new IndexModel(new Document("m", 1)),
                            new IndexModel(KEY, new IndexOptions().unique(true)))))
                    .isInstanceOf(DuplicateKeyException.class);

            assertThat(indexes(collection)).containsExactly("_id_");
            collection.insertOne(new Document("_id", MANY + 1).append("n", 1));
            collection.createIndex(KEY);
            assertValid(client);
        }
    }

    @Test
    void what_was_not_complete_when_the_process_ended_is_not_used_and_built_again() {
        try (var mongo = LocalMongo.open(settings());
                var client = MongoClients.create(mongo.connectionString())) {
            insertMany(collection(client));
        }
        beginAndGoNoFurther();

        try (var mongo = LocalMongo.open(settings());
                var client = MongoClients.create(mongo.connectionString())) {
            var collection = collection(client);
            assertThat(collection.find(eq("n", 7)).first()).containsEntry("_id", 7);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> indexes(collection).contains("n_1"));

            long before = mongo.documentsExamined();
            assertThat(collection.find(eq("n", MANY - 1)).first()).containsEntry("_id", MANY - 1);
            assertThat(mongo.documentsExamined() - before).isEqualTo(1);
            assertValid(client);
        }
    }

    /** As if the process died after the first chunk. */
    private void beginAndGoNoFurther() {
        try (var store = new Store(folder, CHUNKS_OF_TEN, new Space(() -> 1, 0))) {
            var command = new Document("indexes", List.of(new Document("key", KEY).append("name", "n_1")));
            store.write(transaction -> {
                var database = new Database("a", transaction);
                new Indexing(database, "c").begin(bson(command));
                var unfinished = transaction.catalogue().collection("a.c").building();
                assertThat(unfinished).hasSize(1);
                return database.documents("c").fill(unfinished, new byte[0], 10, TimeLimit.NONE);
            });
            try (var reading = store.reading()) {
                var plan = new Database("a", reading)
                        .documents("c")
                        .plan(new Query(bson(new Document("n", 7)), null, 0, 0, null));
                assertThat(plan.isScanOfAll()).isTrue();
            }
        }
    }

    private static de.bwaldvogel.mongo.bson.Document bson(Document document) {
        var converted = new de.bwaldvogel.mongo.bson.Document();
        document.forEach((name, value) -> converted.put(name, converted(value)));
        return converted;
    }

    private static Object converted(Object value) {
        if (value instanceof Document document) {
            return bson(document);
        }
        return value instanceof List<?> list
                ? list.stream().map(IndexBuildTest::converted).toList()
                : value;
    }

    @Test
    void two_who_want_the_same_index_get_one() throws Exception {
        try (var mongo = LocalMongo.open(settings());
                var client = MongoClients.create(mongo.connectionString())) {
            var collection = collection(client);
            insertMany(collection);

            var others = IntStream.range(0, 3)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> collection.createIndex(KEY)))
                    .toList();
            for (var each : others) {
                each.get();
            }

            assertThat(indexes(collection)).containsExactly("_id_", "n_1");
            assertValid(client);
        }
    }

    @Test
    void a_collection_that_is_dropped_meanwhile_ends_the_building() throws Exception {
        try (var mongo = LocalMongo.open(settings());
                var client = MongoClients.create(mongo.connectionString())) {
            var collection = collection(client);
            insertMany(collection);

            var build = CompletableFuture.runAsync(() -> collection.createIndex(KEY));
            while (!build.isDone() && collection.countDocuments() > 0) {
                collection.drop();
            }

            assertThat(build.handle((done, failure) -> "ended").get()).isEqualTo("ended");
            collection.insertOne(new Document("n", 1));
            assertValid(client);
        }
    }
}
