package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time to live, as MongoDB's manual describes it ("TTL Indexes"). */
class ExpiryTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path folder;

    private LocalMongo mongo;
    private MongoClient client;
    private MongoCollection<Document> sessions;

    @BeforeEach
    void open() {
        mongo = LocalMongo.open(Settings.of(folder, 0).withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
        client = MongoClients.create(mongo.connectionString());
        sessions = client.getDatabase("a").getCollection("sessions");
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    private static IndexOptions after(long seconds) {
        return new IndexOptions().expireAfter(seconds, TimeUnit.SECONDS);
    }

    private static Date before(Duration ago) {
        return Date.from(NOW.minus(ago));
    }

    private List<Object> ids() {
        return sessions.find().map(each -> each.get("_id")).into(new ArrayList<>());
    }

    @Test
    void a_document_goes_when_its_date_is_so_many_seconds_past() {
        sessions.createIndex(new Document("seen", 1), after(60));
        sessions.insertMany(List.of(
                new Document("_id", "now").append("seen", before(Duration.ZERO)),
                new Document("_id", "59").append("seen", before(Duration.ofSeconds(59))),
                new Document("_id", "60").append("seen", before(Duration.ofSeconds(60))),
                new Document("_id", "long ago").append("seen", before(Duration.ofDays(4000)))));

        mongo.expire();

        assertThat(ids()).containsExactly("59", "now");
    }

    @Test
    void what_holds_no_date_does_not_expire_and_an_array_goes_by_its_earliest() {
        sessions.createIndex(new Document("seen", -1), after(0));
        sessions.insertMany(List.of(
                new Document("_id", "none"),
                new Document("_id", "number").append("seen", 1),
                new Document("_id", "text").append("seen", "2020-01-01"),
                new Document("_id", "some past")
                        .append("seen", List.of(before(Duration.ofHours(1)), before(Duration.ofHours(-1)))),
                new Document("_id", "all future").append("seen", List.of("x", before(Duration.ofHours(-1))))));

        mongo.expire();

        assertThat(ids()).containsExactly("all future", "none", "number", "text");
    }

    @Test
    void a_partial_index_lets_only_its_own_documents_expire() {
        sessions.createIndex(new Document("seen", 1), after(0).partialFilterExpression(Filters.eq("state", "closed")));
        sessions.insertMany(List.of(
                new Document("_id", "closed")
                        .append("seen", before(Duration.ofHours(1)))
                        .append("state", "closed"),
                new Document("_id", "open")
                        .append("seen", before(Duration.ofHours(1)))
                        .append("state", "open")));

        mongo.expire();

        assertThat(ids()).containsExactly("open");
    }

    @Test
    void many_go_chunk_by_chunk_and_the_index_leads_to_them() {
        sessions.createIndex(new Document("seen", 1), after(0));
        sessions.insertMany(IntStream.range(0, 3000)
                .mapToObj(i -> new Document("_id", i).append("seen", before(Duration.ofMinutes(i < 1200 ? 1 : -1))))
                .toList());
        long before = mongo.documentsExamined();

        mongo.expire();

        assertThat(sessions.countDocuments()).isEqualTo(1800);
        assertThat(mongo.documentsExamined() - before).isLessThanOrEqualTo(1200);
        assertThat(client.getDatabase("a").runCommand(new Document("validate", "sessions")))
                .containsEntry("valid", true);
    }

    @Test
    void the_option_is_listed_and_survives_a_restart() {
        sessions.createIndex(new Document("seen", 1), after(60));
        client.close();
        mongo.close();
        open();

        assertThat(sessions.listIndexes().into(new ArrayList<>()))
                .last()
                .satisfies(index -> assertThat(index.get("expireAfterSeconds")).isEqualTo(60));
    }

    @Test
    void only_a_single_field_can_expire() {
        for (Document key : List.of(new Document("a", 1).append("b", 1), new Document("_id", 1))) {
            assertThatThrownBy(() -> sessions.createIndex(key, after(60)))
                    .isInstanceOfSatisfying(
                            MongoCommandException.class,
                            refused -> assertThat(refused.getCode()).isIn(67, 197));
        }
        assertThatThrownBy(() -> sessions.createIndex(new Document("a", 1), after(-2)))
                .isInstanceOfSatisfying(
                        MongoCommandException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(67));
    }
}
