package io.fangwei.launcher.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import io.fangwei.launcher.StartRefused;
import io.fangwei.localmongo.LocalMongo;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

    @TempDir
    Path temporary;

    private final List<String> said = new ArrayList<>();
    private LocalMongo here;
    private LocalMongo there;
    private MongoClient from;
    private MongoClient to;

    @BeforeEach
    void open() {
        here = LocalMongo.open(temporary.resolve("here"), 0);
        there = LocalMongo.open(temporary.resolve("there"), 0);
        from = MongoClients.create(here.connectionString());
        to = MongoClients.create(there.connectionString());
    }

    @AfterEach
    void close() {
        from.close();
        to.close();
        here.close();
        there.close();
    }

    @Test
    void every_document_arrives_as_it_is_with_the_indexes_and_the_comparison_is_shown() {
        var visits = source("fangwei-visit", "visits");
        visits.createIndex(new Document("state.insurerId", 1).append("_id", -1));
        visits.createIndex(new Document("nextDue", 1), new IndexOptions().sparse(true));
        visits.createIndex(new Document("number", 1), new IndexOptions().unique(true));
        visits.createIndex(new Document("at", 1), new IndexOptions().expireAfter(40L, TimeUnit.DAYS));
        visits.insertMany(IntStream.range(0, 2_500)
                .mapToObj(number -> new Document("_id", UUID.randomUUID().toString())
                        .append("number", number)
                        .append("amount", new Decimal128(new BigDecimal("12.00")))
                        .append("at", new Date(number))
                        .append("state", new Document("insurerId", null).append("names", List.of("甲", "乙"))))
                .toList());
        source("fangwei-team", "copies")
                .updateOne(
                        new Document("_id", "a").append("seq", 1),
                        new Document("$set", new Document("b", 2L)),
                        new UpdateOptions().upsert(true));
        source("fangwei-visit", "fs.chunks")
                .insertOne(new Document("_id", new ObjectId()).append("data", new Binary(new byte[200_000])));
        from.getDatabase("fangwei-policy").createCollection("empty");

        export();

        assertThat(all(target("fangwei-visit", "visits")))
                .isEqualTo(all(visits))
                .hasSize(2_500);
        assertThat(all(target("fangwei-team", "copies"))).isEqualTo(all(source("fangwei-team", "copies")));
        assertThat(indexes("fangwei-visit", "visits"))
                .containsExactlyInAnyOrder("_id_", "state.insurerId_1__id_-1", "nextDue_1", "number_1", "at_1");
        assertThatThrownBy(() -> target("fangwei-visit", "visits").insertOne(new Document("number", 7)))
                .hasMessageContaining("E11000");
        assertThat(to.getDatabase("fangwei-policy").listCollectionNames()).containsExactly("empty");
        assertThat(said)
                .hasSize(4)
                .allMatch(line -> line.startsWith("  =  fangwei-") && line.matches(".* [0-9a-f]{64}"))
                .anyMatch(line -> line.contains("fangwei-visit.visits") && line.contains("2,500"));
    }

    @Test
    void a_target_that_has_one_of_the_databases_is_left_as_it_is() {
        source("fangwei-visit", "visits").insertOne(new Document("_id", 1));
        source("fangwei-team", "teams").insertOne(new Document("_id", 1));
        target("fangwei-visit", "theirs").insertOne(new Document("_id", 1));

        assertThatThrownBy(this::export).isInstanceOf(StartRefused.class).hasMessageContaining("fangwei-visit");
        assertThat(to.getDatabase("fangwei-team").listCollectionNames()).isEmpty();
        assertThat(to.getDatabase("fangwei-visit").listCollectionNames()).containsExactly("theirs");
    }

    @Test
    void a_target_that_is_away_is_told_in_one_sentence() {
        source("fangwei-visit", "visits").insertOne(new Document("_id", 1));
        there.close();
        try (var away = MongoClients.create(there.connectionString() + "/?serverSelectionTimeoutMS=500")) {
            assertThatThrownBy(() -> new Export(from, away, said::add).run())
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("The target failed");
        }
    }

    @Test
    void a_byte_that_differs_a_document_too_many_or_one_twice_is_seen_and_the_order_is_not() {
        var one = raw(new Document("_id", 1).append("a", "x"));
        var other = raw(new Document("_id", 2).append("a", "x"));
        var both = Fingerprint.EMPTY.with(one).with(other);

        assertThat(Fingerprint.EMPTY.with(other).with(one)).isEqualTo(both);
        assertThat(Fingerprint.EMPTY.with(one).with(one)).isNotEqualTo(both);
        assertThat(Fingerprint.EMPTY.with(one)).isNotEqualTo(both);
        assertThat(Fingerprint.EMPTY.with(one).with(raw(new Document("_id", 2).append("a", "y"))))
                .isNotEqualTo(both);
        assertThat(Fingerprint.EMPTY.with(one).with(raw(new Document("_id", 2L).append("a", "x"))))
                .isNotEqualTo(both);
        assertThat(Fingerprint.EMPTY.with(one).with(raw(new Document("a", "x").append("_id", 2))))
                .isEqualTo(both);
    }

    private static RawBsonDocument raw(Document document) {
        return new RawBsonDocument(document, new DocumentCodec());
    }

    private void export() {
        new Export(from, to, said::add).run();
    }

    private MongoCollection<Document> source(String database, String collection) {
        return from.getDatabase(database).getCollection(collection);
    }

    private MongoCollection<Document> target(String database, String collection) {
        return to.getDatabase(database).getCollection(collection);
    }

    private static List<Document> all(MongoCollection<Document> collection) {
        return collection.find().sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    private List<String> indexes(String database, String collection) {
        return target(database, collection)
                .listIndexes()
                .map(index -> index.getString("name"))
                .into(new ArrayList<>());
    }
}
