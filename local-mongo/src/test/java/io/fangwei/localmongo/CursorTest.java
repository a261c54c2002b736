package io.fangwei.localmongo;

import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CursorTest {

    private static final int MANY = 1000;
    private static final Memory SMALL = new Memory(8 << 20, 8 << 20, 100_000, 1000, 3, 16 << 20);

    @TempDir
    Path folder;

    private final SteppingClock clock = new SteppingClock();
    private LocalMongo mongo;
    private MongoClient client;
    private MongoCollection<Document> documents;

    private static final class SteppingClock extends Clock {

        private volatile Instant now = Instant.parse("2026-03-01T08:00:00Z");

        void step(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void open() {
        mongo = LocalMongo.open(Settings.of(folder, 0).withMemory(SMALL).withClock(clock));
        client = MongoClients.create(mongo.connectionString() + "/?retryReads=false");
        documents = client.getDatabase("a").getCollection("c");
        documents.insertMany(IntStream.range(0, MANY)
                .mapToObj(i -> new Document("_id", i).append("text", "x".repeat(1000)))
                .toList());
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    @Test
    void a_batch_is_read_when_it_is_asked_for_and_no_further_than_an_answer_may_be_long() {
        long before = mongo.documentsExamined();
        try (var cursor = documents.find().batchSize(MANY).iterator()) {
            cursor.next();
            assertThat(mongo.documentsExamined() - before).isBetween(80L, 110L);

            for (int read = 1; read < 500; read++) {
                cursor.next();
            }
            assertThat(mongo.documentsExamined() - before).isBetween(500L, 610L);
        }
    }

    @Test
    void the_same_holds_for_a_pipeline() {
        long before = mongo.documentsExamined();
        try (var cursor = documents
                .aggregate(List.of(Aggregates.match(gte("_id", 0)), Aggregates.skip(1)))
                .batchSize(10)
                .iterator()) {
            assertThat(cursor.next()).containsEntry("_id", 1);

            assertThat(mongo.documentsExamined() - before).isLessThan(100);
        }
    }

    @Test
    void all_documents_arrive_once_and_in_order_however_the_batches_are_cut() {
        assertThat(documents
                        .find()
                        .batchSize(7)
                        .map(each -> each.getInteger("_id"))
                        .into(new ArrayList<>()))
                .isEqualTo(IntStream.range(0, MANY).boxed().toList());
        assertThat(documents.find().map(each -> each.getInteger("_id")).into(new ArrayList<>()))
                .isEqualTo(IntStream.range(0, MANY).boxed().toList());
    }

    @Test
    void a_document_larger_than_a_batch_arrives_alone() {
        documents.insertOne(new Document("_id", -1).append("text", "y".repeat(300_000)));

        assertThat(documents.find().map(each -> each.getInteger("_id")).into(new ArrayList<>()))
                .hasSize(MANY + 1)
                .startsWith(-1, 0, 1);
    }

    @Test
    void a_cursor_that_nobody_asks_goes_after_ten_minutes() {
        try (var idle = documents.find().batchSize(5).iterator();
                var busy = documents.find().batchSize(5).iterator()) {
            take(idle, 5);
            take(busy, 5);
            clock.step(Duration.ofMinutes(9));
            take(busy, 5);
            clock.step(Duration.ofMinutes(2));
            try (var other = documents.find().batchSize(5).iterator()) {
                other.next();
            }

            take(busy, 5);
            assertThatThrownBy(idle::next).isInstanceOf(MongoCursorNotFoundException.class);
        }
    }

    @Test
    void one_cursor_too_many_closes_the_one_that_waits_longest() {
        var cursors = IntStream.range(0, SMALL.cursors() + 1)
                .mapToObj(i -> {
                    clock.step(Duration.ofSeconds(1));
                    var cursor = documents.find().batchSize(5).iterator();
                    take(cursor, 5);
                    return cursor;
                })
                .toList();

        assertThatThrownBy(() -> cursors.get(0).next()).isInstanceOf(MongoCursorNotFoundException.class);
        cursors.subList(1, cursors.size())
                .forEach(each -> assertThat(each.next()).containsEntry("_id", 5));
        cursors.forEach(each -> each.close());
    }

    @Test
    void what_runs_when_the_server_closes_ends_there() {
        var pipeline = List.of(
                Aggregates.lookup("c", "nothing", "nothing", "a"),
                Aggregates.unwind("$a"),
                Aggregates.lookup("c", "nothing", "nothing", "b"),
                Aggregates.count());
        long before = mongo.documentsExamined();
        var reading = CompletableFuture.supplyAsync(
                () -> documents.aggregate(pipeline).first());
        while (mongo.documentsExamined() - before < 5000 && !reading.isDone()) {
            Thread.onSpinWait();
        }

        mongo.close();

        assertThat(reading)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withRootCauseInstanceOf(Exception.class);
    }

    private static void take(com.mongodb.client.MongoCursor<Document> cursor, int count) {
        IntStream.range(0, count).forEach(i -> cursor.next());
    }
}
