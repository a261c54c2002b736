package io.fangwei.localmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.size;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;

class QueryingTest extends Served {

    private void insertFour() {
        documents.insertMany(List.of(
                visit(1, "OPEN", "2025-01-01T00:00:00Z", "10.50", List.of("a", "b")),
                visit(2, "OPEN", "2025-02-01T00:00:00Z", "9.95", List.of()),
                visit(3, "DONE", "2025-03-01T00:00:00Z", "100", List.of("b")),
                new Document("_id", 4).append("stage", "DONE")));
    }

    private static Document visit(int id, String stage, String due, String cost, List<String> tags) {
        return new Document("_id", id)
                .append("stage", stage)
                .append("due", Date.from(Instant.parse(due)))
                .append("cost", new Decimal128(new BigDecimal(cost)))
                .append("tags", tags)
                .append(
                        "items",
                        tags.stream()
                                .map(tag -> new Document("tag", tag).append("n", id))
                                .toList());
    }

    @Test
    void every_operator_finds_its_documents() {
        insertFour();

        assertThat(ids(in("stage", "OPEN", "NEW"))).containsExactly(1, 2);
        assertThat(ids(nin("stage", "OPEN", "NEW"))).containsExactly(3, 4);
        assertThat(ids(exists("due", false))).containsExactly(4);
        assertThat(ids(exists("tags.0"))).containsExactly(1, 3);
        assertThat(ids(size("tags", 0))).containsExactly(2);
        assertThat(ids(lt("due", Date.from(Instant.parse("2025-02-01T00:00:00Z")))))
                .containsExactly(1);
        assertThat(ids(gte("cost", new Decimal128(new BigDecimal("10.5"))))).containsExactly(1, 3);
        assertThat(ids(lt("cost", 10))).containsExactly(2);
        assertThat(ids(not(gte("cost", 10)))).containsExactly(2, 4);
        assertThat(ids(or(eq("_id", 4), and(eq("stage", "OPEN"), eq("tags", "a")))))
                .containsExactly(1, 4);
        assertThat(ids(elemMatch("items", and(eq("tag", "b"), gte("n", 2))))).containsExactly(3);
        assertThat(ids(lt("stage", "E"))).containsExactly(3, 4);
    }

    @Test
    void each_bound_may_be_met_by_another_element_of_an_array() {
        documents.insertOne(new Document("_id", 1).append("a", List.of(3, 20)));
        var between = doc("a", new Document("$gt", 5).append("$lt", 9));
        var outside = doc("a", doc("$not", new Document("$gt", 5).append("$lt", 9)));
        var together = doc("a", doc("$elemMatch", new Document("$gt", 5).append("$lt", 9)));

        assertThat(ids(between)).containsExactly(1);
        assertThat(ids(outside)).isEmpty();
        assertThat(ids(together)).isEmpty();
        documents.createIndex(doc("a", 1));
        assertThat(ids(between)).containsExactly(1);
        assertThat(ids(outside)).isEmpty();
        assertThat(ids(together)).isEmpty();
    }

    @Test
    void sort_skip_limit_and_projection() {
        insertFour();

        var found = documents
                .find(eq("stage", "OPEN"))
                .sort(Sorts.descending("due"))
                .limit(1)
                .projection(Projections.include("cost"))
                .into(new ArrayList<>());
        var second =
                documents.find().sort(Sorts.ascending("_id")).skip(1).limit(1).first();

        assertThat(found)
                .containsExactly(new Document("_id", 2).append("cost", new Decimal128(new BigDecimal("9.95"))));
        assertThat(second).containsEntry("_id", 2);
    }

    @Test
    void a_slice_leaves_the_other_fields_in() {
        documents.insertOne(
                new Document("_id", 1).append("outbox", List.of(1, 2, 3, 4)).append("state", "s"));

        assertThat(documents.find().projection(doc("outbox", doc("$slice", -2))).first())
                .isEqualTo(
                        new Document("_id", 1).append("outbox", List.of(3, 4)).append("state", "s"));
        assertThat(documents
                        .find()
                        .projection(doc("outbox", doc("$slice", List.of(1, 2))))
                        .first())
                .containsEntry("outbox", List.of(2, 3));
        assertThat(documents
                        .find()
                        .projection(new Document("outbox", doc("$slice", 9)).append("state", 0))
                        .first())
                .isEqualTo(new Document("_id", 1).append("outbox", List.of(1, 2, 3, 4)));
        assertThat(documents
                        .find()
                        .projection(new Document("outbox", doc("$slice", 1)).append("_id", 1))
                        .first())
                .isEqualTo(new Document("_id", 1).append("outbox", List.of(1)));
    }

    @Test
    void counting_and_distinct_values() {
        insertFour();

        assertThat(documents.countDocuments()).isEqualTo(4);
        assertThat(documents.estimatedDocumentCount()).isEqualTo(4);
        assertThat(documents.countDocuments(eq("stage", "OPEN"))).isEqualTo(2);
        assertThat(documents.countDocuments(eq("stage", "NEW"))).isZero();
        assertThat(documents.countDocuments(
                        new Document(), new CountOptions().skip(1).limit(2)))
                .isEqualTo(2);
        assertThat(documents.distinct("stage", String.class).into(new ArrayList<>()))
                .containsExactly("DONE", "OPEN");
        assertThat(documents.distinct("tags", eq("stage", "OPEN"), String.class).into(new ArrayList<>()))
                .containsExactly("a", "b");
    }

    @Test
    void a_pipeline_groups_sorts_and_projects() {
        insertFour();

        var groups = documents
                .aggregate(List.of(
                        Aggregates.match(exists("cost")),
                        Aggregates.group("$stage", Accumulators.sum("n", 1), Accumulators.sum("cost", "$cost")),
                        Aggregates.sort(Sorts.ascending("_id")),
                        Aggregates.limit(5),
                        Aggregates.project(Projections.include("n", "cost"))))
                .into(new ArrayList<>());

        assertThat(groups)
                .containsExactly(
                        new Document("_id", "DONE")
                                .append("n", 1)
                                .append("cost", new Decimal128(new BigDecimal("100"))),
                        new Document("_id", "OPEN")
                                .append("n", 2)
                                .append("cost", new Decimal128(new BigDecimal("20.45"))));
    }

    @Test
    void a_pipeline_of_match_sort_and_limit_takes_the_first() {
        insertFour();

        var found = documents
                .aggregate(List.of(
                        Aggregates.match(exists("due")),
                        Aggregates.match(new Document()),
                        Aggregates.sort(Sorts.descending("due")),
                        Aggregates.limit(2)))
                .map(document -> document.get("_id"))
                .into(new ArrayList<Object>());

        assertThat(found).containsExactly(3, 2);
    }

    @Test
    void a_cursor_goes_on_in_the_state_in_which_it_began() {
        documents.insertMany(
                IntStream.range(0, 1000).mapToObj(i -> new Document("_id", i)).toList());

        try (var cursor = documents.find().batchSize(10).iterator()) {
            cursor.next();
            documents.deleteMany(new Document());
            documents.insertOne(new Document("_id", 5000));

            var seen = new ArrayList<Document>();
            cursor.forEachRemaining(seen::add);
            assertThat(seen).hasSize(999);
        }
        assertThat(documents.countDocuments()).isEqualTo(1);
    }

    @Test
    void a_killed_cursor_is_gone() {
        documents.insertMany(
                IntStream.range(0, 300).mapToObj(i -> new Document("_id", i)).toList());
        var cursor = documents.find().batchSize(10).iterator();
        long id = cursor.getServerCursor().getId();
        database.runCommand(new Document("killCursors", documents.getNamespace().getCollectionName())
                .append("cursors", List.of(id)));

        assertThatThrownBy(() -> cursor.forEachRemaining(document -> {}))
                .isInstanceOf(MongoCursorNotFoundException.class);
    }

    @Test
    void batches_stay_below_the_size_of_a_message() {
        for (int i = 0; i < 30; i++) {
            documents.insertOne(new Document("_id", i).append("text", "x".repeat(2 << 20)));
        }

        assertThat(documents
                        .find()
                        .batchSize(1000)
                        .map(document -> document.get("_id"))
                        .into(new ArrayList<>()))
                .hasSize(30);
        assertThat(documents
                        .aggregate(List.of(Aggregates.match(new Document()), Aggregates.skip(1)))
                        .batchSize(1000)
                        .into(new ArrayList<>()))
                .hasSize(29);
    }

    @Test
    void the_lists_of_databases_collections_and_indexes() {
        documents.insertOne(new Document());
        documents.createIndex(new Document("a", 1).append("b", -1));
        var name = documents.getNamespace().getCollectionName();

        assertThat(CLIENT.listDatabaseNames().into(new ArrayList<>())).contains("tests");
        assertThat(database.listCollectionNames().into(new ArrayList<>())).contains(name);
        assertThat(database.listCollections().filter(eq("name", name)).into(new ArrayList<>()))
                .hasSize(1);
        assertThat(documents.listIndexes().into(new ArrayList<>()))
                .extracting("name", "key")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("_id_", doc("_id", 1)),
                        org.assertj.core.groups.Tuple.tuple("a_1_b_-1", new Document("a", 1).append("b", -1)));
        assertThat(database.getCollection("unknown").listIndexes().into(new ArrayList<>()))
                .isEmpty();
        assertThat(database.runCommand(doc("ping", 1))).containsEntry("ok", 1.0);

        documents.drop();
        assertThat(database.listCollectionNames().into(new ArrayList<>())).doesNotContain(name);
        assertThat(documents.find().into(new ArrayList<>())).isEmpty();
    }

    @Test
    void hello_says_that_one_can_write_here() {
        assertThat(CLIENT.getDatabase("admin").runCommand(doc("hello", 1)))
                .containsEntry("isWritablePrimary", true)
                .containsEntry("maxWireVersion", 17);
    }

    private List<Object> ids(Bson filter) {
        return documents
                .find(filter)
                .sort(Sorts.ascending("_id"))
                .map(document -> document.get("_id"))
                .into(new ArrayList<>());
    }
}
