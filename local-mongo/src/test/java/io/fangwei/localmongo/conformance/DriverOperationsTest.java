package io.fangwei.localmongo.conformance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations of the driver that are more than one command, or that several threads do at once. */
class DriverOperationsTest {

    private static final int THREADS = 8;
    private static final int CHANGES = 40;
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private MongoDatabase database;
    private MongoCollection<Document> documents;

    static List<Server> servers() {
        return Server.all().toList();
    }

    private void on(Server server) {
        database = server.freshDatabase().withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        documents = database.getCollection("documents");
    }

    @AfterEach
    void drop() {
        database.drop();
    }

    /** manual/core/bulk-write-operations */
    @ParameterizedTest
    @MethodSource("servers")
    void a_bulk_of_all_kinds_of_writes(Server server) {
        on(server);
        documents.insertMany(List.of(new Document("_id", 1), new Document("_id", 2), new Document("_id", 3)));

        var result = documents.bulkWrite(List.of(
                new InsertOneModel<>(new Document("_id", 4)),
                new UpdateOneModel<>(eq("_id", 1), set("a", 1)),
                new UpdateOneModel<>(eq("_id", 9), set("a", 1), UPSERT),
                new UpdateManyModel<>(gt("_id", 2), set("b", 1)),
                new ReplaceOneModel<>(eq("_id", 2), new Document("c", 1)),
                new DeleteOneModel<>(eq("_id", 3))));

        assertThat(result.getInsertedCount()).isEqualTo(1);
        assertThat(result.getMatchedCount()).isEqualTo(5);
        assertThat(result.getModifiedCount()).isEqualTo(5);
        assertThat(result.getDeletedCount()).isEqualTo(1);
        assertThat(result.getUpserts()).extracting("index").containsExactly(2);
        assertThat(all())
                .containsExactly(
                        new Document("_id", 1).append("a", 1),
                        new Document("_id", 2).append("c", 1),
                        new Document("_id", 4).append("b", 1),
                        new Document("_id", 9).append("a", 1).append("b", 1));
    }

    /** manual/core/bulk-write-operations */
    @ParameterizedTest
    @MethodSource("servers")
    void an_unordered_bulk_of_upserts_skips_what_is_old_and_keeps_the_rest(Server server) {
        on(server);
        documents.insertOne(new Document("_id", "a").append("seq", new Document("s", 5L)));

        var failure = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> documents.bulkWrite(
                        List.of(news("a", 5), news("b", 1), news("a", 6), news("b", 1)),
                        new BulkWriteOptions().ordered(false)));

        assertThat(failure.getWriteErrors()).extracting("index").containsExactlyInAnyOrder(0, 3);
        assertThat(failure.getWriteErrors()).extracting("code").containsOnly(11000);
        assertThat(all())
                .containsExactly(
                        new Document("_id", "a").append("seq", new Document("s", 6L)),
                        new Document("_id", "b").append("seq", new Document("s", 1L)));
    }

    private static UpdateOneModel<Document> news(String id, long sequence) {
        var older = new Document("_id", id).append("seq.s", new Document("$not", new Document("$gte", sequence)));
        return new UpdateOneModel<>(older, set("seq.s", sequence), UPSERT);
    }

    /** manual/core/write-operations-atomicity */
    @ParameterizedTest
    @MethodSource("servers")
    void of_all_who_change_the_same_version_one_succeeds(Server server) throws Exception {
        on(server);
        documents.insertOne(new Document("_id", 1).append("version", 0).append("n", 0));
        var won = new AtomicInteger();

        together(() -> {
            while (won.get() < CHANGES) {
                var now = documents.find(eq("_id", 1)).first();
                var unchanged = and(eq("_id", 1), eq("version", now.get("version")));
                var changed = new Document("$set", new Document("version", now.getInteger("version") + 1))
                        .append("$inc", new Document("n", 1));
                if (documents.updateOne(unchanged, changed).getModifiedCount() == 1) {
                    won.incrementAndGet();
                }
            }
            return null;
        });

        assertThat(documents.find().first()).containsEntry("version", won.get()).containsEntry("n", won.get());
    }

    /** manual/reference/command/findAndModify */
    @ParameterizedTest
    @MethodSource("servers")
    void no_two_find_and_modify_take_the_same_document_and_no_increment_is_lost(Server server) throws Exception {
        on(server);
        documents.insertOne(new Document("_id", "counter").append("n", 0));
        documents.insertMany(IntStream.range(0, THREADS * 5)
                .mapToObj(i -> new Document("_id", i).append("free", true))
                .toList());

        var taken = together(() -> {
            var mine = new ArrayList<Object>();
            for (int i = 0; i < 5; i++) {
                mine.add(documents
                        .findOneAndUpdate(eq("free", true), set("free", false))
                        .get("_id"));
                documents.updateOne(eq("_id", "counter"), inc("n", 1));
            }
            return mine;
        });

        assertThat(taken.stream().flatMap(List::stream).distinct()).hasSize(THREADS * 5);
        assertThat(documents.find(eq("_id", "counter")).first()).containsEntry("n", THREADS * 5);
    }

    /** manual/core/index-unique */
    @ParameterizedTest
    @MethodSource("servers")
    void of_all_who_insert_the_same_value_under_a_unique_index_one_succeeds(Server server) throws Exception {
        on(server);
        documents.createIndex(new Document("number", 1), new IndexOptions().unique(true));

        var outcomes = together(() -> {
            try {
                documents.insertOne(new Document("number", 7));
                return "inserted";
            } catch (MongoWriteException refused) {
                return "" + refused.getError().getCode();
            }
        });

        assertThat(outcomes).containsOnlyOnce("inserted");
        assertThat(outcomes.stream().filter(outcome -> outcome.equals("11000"))).hasSize(THREADS - 1);
    }

    /** manual/tutorial/iterate-a-cursor */
    @ParameterizedTest
    @MethodSource("servers")
    void a_cursor_goes_through_batches_and_ends_when_it_is_killed(Server server) {
        on(server);
        documents.insertMany(
                IntStream.range(0, 1_000).mapToObj(i -> new Document("_id", i)).toList());

        assertThat(documents
                        .find()
                        .batchSize(7)
                        .map(found -> found.getInteger("_id"))
                        .into(new ArrayList<>()))
                .hasSize(1_000)
                .doesNotHaveDuplicates();
        var cursor = documents.find().batchSize(10).iterator();
        database.runCommand(new Document("killCursors", "documents")
                .append("cursors", List.of(cursor.getServerCursor().getId())));
        assertThatThrownBy(() -> cursor.forEachRemaining(found -> {})).isInstanceOf(MongoCursorNotFoundException.class);
    }

    /** manual/reference/write-concern: w: 0 asks for no answer. */
    @ParameterizedTest
    @MethodSource("servers")
    void a_write_that_wants_no_answer_is_done_and_the_connection_lives_on(Server server) {
        on(server);
        var hasty = documents.withWriteConcern(WriteConcern.UNACKNOWLEDGED);

        hasty.insertOne(new Document("_id", 1));
        hasty.insertOne(new Document("_id", 1));
        hasty.updateOne(eq("_id", 1), set("a", 1));

        Awaitility.await()
                .until(() -> documents
                        .find(in("_id", 1, 2))
                        .into(new ArrayList<>())
                        .equals(List.of(new Document("_id", 1).append("a", 1))));
    }

    /** manual/reference/server-sessions */
    @ParameterizedTest
    @MethodSource("servers")
    void a_session_without_transaction_reads_what_it_wrote(Server server) {
        on(server);
        try (var session = server.client().startSession()) {
            documents.insertOne(session, new Document("_id", 1));

            assertThat(documents.find(session).first()).isEqualTo(new Document("_id", 1));
        }
    }

    /** manual/reference/method/db.collection.findOneAndUpdate */
    @ParameterizedTest
    @MethodSource("servers")
    void find_one_and_upsert_answers_what_is_new(Server server) {
        on(server);
        var after = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

        assertThat(documents.findOneAndUpdate(eq("_id", "n"), inc("n", 1), after))
                .containsEntry("n", 1);
        assertThat(documents.findOneAndUpdate(eq("_id", "n"), inc("n", 1), after))
                .containsEntry("n", 2);
        assertThat(documents.estimatedDocumentCount()).isEqualTo(1);
    }

    /** manual/reference/command/renameCollection */
    @ParameterizedTest
    @MethodSource("servers")
    void a_collection_changes_its_name(Server server) {
        on(server);
        documents.insertOne(new Document("_id", 1));
        documents.createIndex(new Document("a", 1));

        documents.renameCollection(new com.mongodb.MongoNamespace(database.getName(), "renamed"));

        assertThat(all()).isEmpty();
        var renamed = database.getCollection("renamed");
        assertThat(renamed.countDocuments()).isEqualTo(1);
        assertThat(renamed.listIndexes().into(new ArrayList<>())).hasSize(2);
        assertThatThrownBy(
                        () -> documents.renameCollection(new com.mongodb.MongoNamespace(database.getName(), "renamed")))
                .isInstanceOfSatisfying(
                        MongoCommandException.class,
                        refused -> assertThat(refused.getErrorCode()).isEqualTo(26));
    }

    /** manual/core/gridfs */
    @ParameterizedTest
    @MethodSource("servers")
    void files_of_many_chunks_come_back_as_they_were_stored(Server server) throws Exception {
        on(server);
        var bucket = GridFSBuckets.create(database, "evidence");
        var content = new byte[700_001];
        new Random(1).nextBytes(content);
        var options = new GridFSUploadOptions().chunkSizeBytes(100_000).metadata(new Document("visit", "v"));

        var id = bucket.uploadFromStream("照片.jpg", new ByteArrayInputStream(content), options);
        bucket.uploadFromStream("照片.jpg", new ByteArrayInputStream(new byte[] {1}));

        var stored = bucket.find(eq("metadata.visit", "v")).into(new ArrayList<>());
        assertThat(stored)
                .extracting("length", "chunkSize")
                .containsExactly(org.assertj.core.groups.Tuple.tuple(700_001L, 100_000));
        var read = new ByteArrayOutputStream();
        bucket.downloadToStream(id, read);
        assertThat(read.toByteArray()).isEqualTo(content);
        try (var part = bucket.openDownloadStream(id)) {
            part.skipNBytes(650_000);
            assertThat(part.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, 650_000, content.length));
        }
        var newest = new ByteArrayOutputStream();
        bucket.downloadToStream("照片.jpg", newest);
        assertThat(newest.toByteArray()).containsExactly(1);

        bucket.rename(id, "renamed.jpg");
        bucket.delete(id);
        assertThat(bucket.find().into(new ArrayList<>())).hasSize(1);
        assertThat(database.getCollection("evidence.chunks").countDocuments()).isEqualTo(1);
        assertThat(database.getCollection("evidence.chunks").listIndexes().into(new ArrayList<>()))
                .anySatisfy(index -> assertThat(index)
                        .containsEntry("key", new Document("files_id", 1).append("n", 1))
                        .containsEntry("unique", true));
    }

    private List<Document> all() {
        return documents.find().sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    private static <T> List<T> together(Callable<T> work) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var outcomes = new ArrayList<T>();
            for (var done : threads.invokeAll(
                    IntStream.range(0, THREADS).mapToObj(i -> work).toList())) {
                outcomes.add(done.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
