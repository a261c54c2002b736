package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On a clock that goes on by a millisecond whenever it is asked, so that a time is a number of steps. */
class MaxTimeTest {

    private static final int MANY = 400;
    private static final int EXPIRED = 50;

    @TempDir
    Path folder;

    @TempDir
    Path another;

    private LocalMongo mongo;
    private MongoClient client;
    private MongoDatabase database;

    private static final class TickingClock extends Clock {

        private final AtomicLong now =
                new AtomicLong(Instant.parse("2026-03-01T08:00:00Z").toEpochMilli());

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now.incrementAndGet());
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
        mongo = LocalMongo.open(Settings.of(folder, 0).withClock(new TickingClock()));
        client = MongoClients.create(mongo.connectionString() + "/?retryReads=false");
        database = client.getDatabase("a");
        database.getCollection("c")
                .insertMany(IntStream.range(0, MANY)
                        .mapToObj(i -> new Document("_id", i).append("n", i % 10))
                        .toList());
        database.getCollection("one")
                .insertOne(new Document("_id", 1)
                        .append("list", IntStream.range(0, MANY).boxed().toList()));
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    private Document run(String command) {
        return database.runCommand(Document.parse(command));
    }

    private int codeOf(String command) {
        var refusal = catchThrowableOfType(MongoException.class, () -> run(command));
        assertThat(refusal).as(command).isNotNull();
        return refusal.getCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "find: 'c', filter: {n: 99}",
                "find: 'c', sort: {n: 1}, batchSize: 1",
                "count: 'c', query: {n: 1}",
                "distinct: 'c', key: 'n'",
                "aggregate: 'c', pipeline: [{$group: {_id: '$n'}}], cursor: {}",
                "aggregate: 'one', pipeline: [{$unwind: '$list'}, {$group: {_id: null, n: {$sum: 1}}}], cursor: {}",
                "aggregate: 'c', pipeline: [{$out: 'd'}], cursor: {}",
                "update: 'c', updates: [{q: {}, u: {$set: {n: 3}}, multi: true}]",
                "delete: 'c', deletes: [{q: {n: 3}, limit: 0}]",
                "findAndModify: 'c', query: {n: 99}, remove: true",
                "createIndexes: 'c', indexes: [{key: {n: 1}, name: 'n'}, {key: {n: -1}, name: 'm'}]",
                "explain: {find: 'c', filter: {n: 99}}"
            })
    void a_command_ends_when_its_time_is_over(String command) {
        assertThat(codeOf("{" + command + ", maxTimeMS: 2}")).isEqualTo(EXPIRED);
        assertThat(run("{" + command + ", maxTimeMS: 1000000}")).containsEntry("ok", 1.0);
    }

    @Test
    void an_index_that_was_not_complete_in_time_is_gone() {
        assertThat(codeOf("{createIndexes: 'c', indexes: [{key: {n: 1}, name: 'n'}], maxTimeMS: 1}"))
                .isEqualTo(EXPIRED);

        assertThat(database.getCollection("c").listIndexes().map(index -> index.getString("name")))
                .containsExactly("_id_");
    }

    @Test
    void what_a_find_has_left_is_for_the_batches_of_its_cursor() {
        var first = run("{find: 'c', batchSize: 100, maxTimeMS: 250}").get("cursor", Document.class);
        var more = new Document("getMore", first.getLong("id"))
                .append("collection", "c")
                .append("batchSize", 100);
        database.runCommand(more);

        var refusal = catchThrowableOfType(MongoException.class, () -> database.runCommand(more));

        assertThat(refusal.getCode()).isEqualTo(EXPIRED);
        assertThat(catchThrowableOfType(MongoException.class, () -> database.runCommand(more))
                        .getCode())
                .isEqualTo(43);
    }

    @Test
    void a_cursor_takes_no_time_while_nobody_asks_it() {
        var first = run("{find: 'c', batchSize: 100, maxTimeMS: 350}").get("cursor", Document.class);
        IntStream.range(0, 10).forEach(i -> run("{count: 'c', query: {n: 99}}"));

        var next = database.runCommand(new Document("getMore", first.getLong("id"))
                .append("collection", "c")
                .append("batchSize", 100));

        assertThat(next.get("cursor", Document.class).getList("nextBatch", Document.class))
                .hasSize(100);
    }

    @Test
    void only_a_cursor_that_waits_for_data_takes_a_time_for_a_batch() {
        var first = run("{find: 'c', batchSize: 100}").get("cursor", Document.class);

        var refusal = catchThrowableOfType(
                MongoException.class,
                () -> database.runCommand(new Document("getMore", first.getLong("id"))
                        .append("collection", "c")
                        .append("maxTimeMS", 100)));

        assertThat(refusal.getCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2147483648", "1.5", "'10'", "null", "true", "{}"})
    void a_time_is_a_whole_number_of_32_bits(String time) {
        assertThat(codeOf("{find: 'c', maxTimeMS: " + time + "}")).isEqualTo(2);
        assertThat(codeOf("{ping: 1, maxTimeMS: " + time + "}")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0", "2147483647", "1000000.0", "{$numberLong: '1000000'}", "{$numberDecimal: '1000000'}"})
    void these_are_times(String time) {
        assertThat(run("{find: 'c', maxTimeMS: " + time + "}")).containsEntry("ok", 1.0);
    }

    @Test
    void a_write_waits_for_another_no_longer_than_its_time() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var store = new Store(another, Memory.DEFAULT, new Space(() -> 1, 0))) {
            var other = CompletableFuture.runAsync(() -> store.write(transaction -> {
                begun.countDown();
                return awaited(end);
            }));
            begun.await();
            var limit = TimeLimit.of(new de.bwaldvogel.mongo.bson.Document("maxTimeMS", 20), Clock.systemUTC());

            var refusal = catchThrowableOfType(
                    MongoServerError.class, () -> store.write(limit, transaction -> "not reached"));

            assertThat(refusal.getCode()).isEqualTo(EXPIRED);
            end.countDown();
            assertThat(other).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    private static boolean awaited(CountDownLatch end) {
        try {
            return end.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
