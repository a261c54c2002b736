package io.fangwei.localmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operation costs what its result costs: counted, not timed. */
class IndexTest extends Served {

    private static final int MANY = 2000;

    @BeforeEach
    void insertMany() {
        documents.createIndex(new Document("stage", 1).append("due", 1));
        documents.createIndex(doc("due", -1));
        documents.createIndex(
                doc("outbox.0", 1), new IndexOptions().sparse(true).name("pending"));
        documents.insertMany(IntStream.range(0, MANY)
                .mapToObj(i -> new Document("_id", i)
                        .append("stage", i % 100 == 0 ? "RARE" : "COMMON")
                        .append("due", i)
                        .append("outbox", i % 500 == 0 ? List.of("event") : List.of()))
                .toList());
    }

    private long examinedBy(Runnable operation) {
        long before = MONGO.documentsExamined() + MONGO.keysExamined();
        operation.run();
        return MONGO.documentsExamined() + MONGO.keysExamined() - before;
    }

    @Test
    void queries() {
        assertThat(examinedBy(() -> documents.find(eq("_id", 7)).first())).isEqualTo(2);
        assertThat(examinedBy(() -> documents.find(eq("stage", "RARE")).into(new ArrayList<>())))
                .isEqualTo(40);
        assertThat(examinedBy(() -> documents
                        .find(and(eq("stage", "COMMON"), lt("due", 10)))
                        .into(new ArrayList<>())))
                .isEqualTo(18);
        assertThat(examinedBy(
                        () -> documents.find(and(gt("due", 5), lt("due", 8))).into(new ArrayList<>())))
                .isEqualTo(4);
        assertThat(examinedBy(() -> documents.find(in("due", 3, 5, 900000)).into(new ArrayList<>())))
                .isEqualTo(4);
        assertThat(examinedBy(
                        () -> documents.find(or(eq("due", 3), eq("_id", 9))).into(new ArrayList<>())))
                .isEqualTo(4);
        assertThat(examinedBy(() -> documents.find(exists("outbox.0")).into(new ArrayList<>())))
                .isEqualTo(8);
    }

    @Test
    void the_first_of_an_order_in_both_directions() {
        assertThat(examinedBy(
                        () -> documents.find().sort(doc("due", 1)).limit(3).into(new ArrayList<>())))
                .isEqualTo(6);
        assertThat(examinedBy(
                        () -> documents.find().sort(doc("due", -1)).limit(3).into(new ArrayList<>())))
                .isEqualTo(6);
        assertThat(examinedBy(() -> documents
                        .find(eq("stage", "COMMON"))
                        .sort(new Document("stage", 1).append("due", -1))
                        .limit(3)
                        .into(new ArrayList<>())))
                .isEqualTo(6);
        assertThat(documents
                        .find(eq("stage", "RARE"))
                        .sort(Sorts.descending("due"))
                        .first())
                .containsEntry("due", 1900);
    }

    @Test
    void counting_looks_at_keys_only() {
        long before = MONGO.documentsExamined();
        assertThat(documents.countDocuments(eq("stage", "RARE"))).isEqualTo(20);
        assertThat(documents.countDocuments(and(eq("stage", "COMMON"), gte("due", 1990))))
                .isEqualTo(10);
        assertThat(documents.countDocuments()).isEqualTo(MANY);
        assertThat(MONGO.documentsExamined()).isEqualTo(before);
    }

    @Test
    void changes_find_their_documents_by_the_index() {
        assertThat(examinedBy(() -> documents.updateOne(eq("due", 17), set("x", 1))))
                .isEqualTo(2);
        assertThat(examinedBy(() -> documents.findOneAndUpdate(eq("due", 17), set("x", 2))))
                .isEqualTo(2);
        assertThat(examinedBy(() -> documents.updateMany(eq("stage", "RARE"), set("x", 3))))
                .isEqualTo(40);
        assertThat(examinedBy(() -> documents.deleteOne(eq("due", 17)))).isEqualTo(2);
        assertThat(examinedBy(() -> documents.deleteMany(eq("stage", "RARE")))).isEqualTo(40);
    }

    @Test
    void the_first_match_of_a_pipeline_uses_the_index() {
        var pipeline = List.of(Aggregates.match(eq("stage", "RARE")), Aggregates.group("$stage"));

        assertThat(examinedBy(() -> documents.aggregate(pipeline).into(new ArrayList<>())))
                .isEqualTo(40);
    }

    @Test
    void explain_names_the_index_and_counts() {
        var explained = documents.find(eq("stage", "RARE")).limit(5).explain();

        assertThat(explained.getEmbedded(
                        List.of("queryPlanner", "winningPlan", "inputStage", "inputStage"), Document.class))
                .containsEntry("stage", "IXSCAN")
                .containsEntry("indexName", "stage_1_due_1");
        assertThat(explained.get("executionStats", Document.class))
                .containsEntry("nReturned", 5)
                .containsEntry("totalKeysExamined", 5)
                .containsEntry("totalDocsExamined", 5);
        assertThat(documents
                        .find(eq("unknown", 1))
                        .explain()
                        .getEmbedded(List.of("queryPlanner", "winningPlan"), Document.class))
                .containsEntry("stage", "COLLSCAN");
        assertThat(documents
                        .aggregate(List.of(Aggregates.match(eq("due", 1))))
                        .explain()
                        .getEmbedded(List.of("executionStats", "totalDocsExamined"), Integer.class))
                .isEqualTo(1);
    }

    @Test
    void creating_an_index_again_changes_nothing() {
        documents.createIndex(doc("due", -1));
        documents.createIndexes(List.of(new IndexModel(doc("due", -1)), new IndexModel(doc("_id", 1))));

        assertThat(documents.listIndexes().into(new ArrayList<>())).hasSize(4);
    }

    @Test
    void another_index_of_the_same_name_is_refused() {
        assertThatThrownBy(() -> documents.createIndex(doc("other", 1), new IndexOptions().name("pending")))
                .isInstanceOfSatisfying(
                        MongoCommandException.class,
                        failure -> assertThat(failure.getCode()).isEqualTo(86));
    }

    @Test
    void a_unique_index_over_duplicates_is_refused_and_leaves_nothing() {
        assertThatThrownBy(() -> documents.createIndex(doc("stage", 1), new IndexOptions().unique(true)))
                .isInstanceOf(DuplicateKeyException.class);

        assertThat(documents.listIndexes().into(new ArrayList<>())).hasSize(4);
        documents.insertOne(doc("stage", "COMMON"));
        assertThat(documents.countDocuments(eq("stage", "COMMON"))).isEqualTo(MANY - 20 + 1);
    }

    @Test
    void an_index_is_used_and_right_from_the_moment_it_exists() {
        for (int i = 0; i < 30; i++) {
            documents.createIndex(doc("mod" + i, 1));
            documents.updateOne(eq("_id", i), set("mod" + i, "here"));
            assertThat(documents.find(eq("mod" + i, "here")).first()).containsEntry("_id", i);
            documents.dropIndex("mod" + i + "_1");
            assertThat(documents.find(eq("mod" + i, "here")).first()).containsEntry("_id", i);
        }
        assertThat(validation()).containsEntry("valid", true);
    }

    @Test
    void dropping_all_indexes_leaves_other_collections_alone() {
        var other = database.getCollection(documents.getNamespace().getCollectionName() + "other");
        other.createIndex(doc("due", -1));

        documents.dropIndexes();

        assertThat(documents.listIndexes().into(new ArrayList<>())).hasSize(1);
        assertThat(other.listIndexes().into(new ArrayList<>())).hasSize(2);
        documents.createIndex(doc("due", -1));
        assertThat(validation()).containsEntry("valid", true);
        assertThat(documents.find(eq("due", 3)).first()).containsEntry("_id", 3);
    }

    @Test
    void a_dropped_collection_comes_back_empty_with_its_indexes_gone() {
        documents.drop();
        documents.createIndex(doc("due", -1));
        documents.insertOne(new Document("_id", 1).append("due", 1));

        assertThat(documents.find(gte("due", 0)).into(new ArrayList<>())).hasSize(1);
        assertThat(documents.listIndexes().into(new ArrayList<>())).hasSize(2);
        assertThat(validation()).containsEntry("nrecords", 1L).containsEntry("valid", true);
    }

    @Test
    void a_sparse_unique_index_lets_documents_without_the_field_in() {
        documents.createIndex(doc("key", 1), new IndexOptions().unique(true).sparse(true));

        documents.updateOne(eq("_id", 1), set("key", "k"));

        assertThatThrownBy(() -> documents.updateOne(eq("_id", 2), set("key", "k")))
                .isInstanceOf(MongoWriteException.class);
        assertThat(documents.countDocuments(eq("key", null))).isEqualTo(MANY - 1);
    }

    @Test
    void a_partial_unique_index_knows_only_the_documents_of_its_filter() {
        documents.createIndex(
                doc("seat", 1), new IndexOptions().unique(true).partialFilterExpression(eq("taken", true)));
        documents.insertOne(new Document("_id", "a").append("seat", 1).append("taken", false));
        documents.insertOne(new Document("_id", "b").append("seat", 1).append("taken", true));

        assertThatThrownBy(() -> documents.updateOne(eq("_id", "a"), set("taken", true)))
                .isInstanceOf(MongoWriteException.class);
        documents.updateOne(eq("_id", "b"), set("taken", false));
        assertThat(documents.updateOne(eq("_id", "a"), set("taken", true)).getModifiedCount())
                .isEqualTo(1);
        assertThat(validation()).containsEntry("valid", true);
    }

    @Test
    void a_partial_index_serves_the_queries_that_repeat_its_filter() {
        var filter = new Document("due", new Document("$gt", 10).append("$lt", 500));
        documents.createIndex(
                new Document("stage", -1), new IndexOptions().name("partial").partialFilterExpression(filter));

        var query = new Document(filter).append("stage", "RARE");
        assertThat(documents.find(query).hint(doc("stage", -1)).into(new ArrayList<>()))
                .hasSize(4);
        assertThat(documents.countDocuments(query)).isEqualTo(4);
        assertThat(documents.countDocuments(eq("stage", "RARE"))).isEqualTo(20);
        assertThat(validation().get("keysPerIndex", Document.class)).containsEntry("partial", 489L);
    }

    @Test
    void a_unique_index_over_an_array_looks_at_each_element() {
        documents.createIndex(doc("keys", 1), new IndexOptions().unique(true).sparse(true));
        documents.insertOne(new Document("_id", "a").append("keys", List.of("x", "y", "x")));

        assertThatThrownBy(() -> documents.insertOne(new Document("_id", "b").append("keys", List.of("z", "y"))))
                .isInstanceOf(MongoWriteException.class);
        assertThat(documents.find(eq("keys", "y")).first()).containsEntry("_id", "a");
        assertThat(examinedBy(() -> documents.find(eq("keys", "y")).first())).isEqualTo(2);
    }

    @Test
    void a_number_says_yes_as_well_as_true() {
        documents.deleteMany(new Document());
        var name = documents.getNamespace().getCollectionName();
        database.runCommand(
                Document.parse("{createIndexes: '" + name + "', indexes: [{key: {a: 1}, name: 'a', unique: 1}]}"));
        documents.insertOne(doc("a", 1));

        assertThatThrownBy(() -> documents.insertOne(doc("a", 1))).hasMessageContaining("E11000");
    }
}
