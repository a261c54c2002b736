package io.fangwei.localmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;

class WritingTest extends Served {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    @Test
    void a_document_comes_back_as_it_was_written() {
        var document = new Document("_id", UUID.randomUUID())
                .append("money", new Decimal128(new BigDecimal("123456789012345678.90")))
                .append("at", Date.from(Instant.parse("2025-01-23T01:02:03.004Z")))
                .append("byName", new Document("张三", 1).append("a b", new Document("deep", List.of(1, 2L, 3.5))))
                .append("nothing", null)
                .append("yes", true);

        documents.insertOne(document);

        assertThat(documents.find(eq("_id", document.get("_id"))).first()).isEqualTo(document);
        assertThat(documents.find(eq("byName.张三", 1)).first()).isEqualTo(document);
    }

    @Test
    void an_unordered_insert_keeps_all_but_the_duplicates() {
        documents.insertOne(doc("_id", 2));

        var failure = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> documents.insertMany(
                        List.of(doc("_id", 1), doc("_id", 2), doc("_id", 3), doc("_id", 1)),
                        new InsertManyOptions().ordered(false)));

        assertThat(failure.getWriteResult().getInsertedCount()).isEqualTo(2);
        assertThat(failure.getWriteErrors()).extracting("index", "code").containsExactly(tuple(1), tuple(3));
        assertThat(ids()).containsExactly(1, 2, 3);
    }

    private static org.assertj.core.groups.Tuple tuple(int index) {
        return org.assertj.core.groups.Tuple.tuple(index, 11000);
    }

    @Test
    void an_ordered_insert_stops_at_the_first_duplicate() {
        var failure = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> documents.insertMany(List.of(doc("_id", 1), doc("_id", 1), doc("_id", 3))));

        assertThat(failure.getWriteResult().getInsertedCount()).isEqualTo(1);
        assertThat(ids()).containsExactly(1);
    }

    @Test
    void an_update_that_breaks_a_unique_index_changes_nothing() {
        documents.createIndex(doc("number", 1), new IndexOptions().unique(true).name("by_number"));
        documents.insertMany(
                List.of(new Document("_id", 1).append("number", "A"), new Document("_id", 2).append("number", "B")));

        assertThatThrownBy(() -> documents.updateOne(eq("_id", 2), combine(set("number", "A"), set("other", 1))))
                .isInstanceOfSatisfying(MongoWriteException.class, failure -> {
                    assertThat(failure.getError().getCode()).isEqualTo(11000);
                    assertThat(failure.getMessage()).contains("E11000", "index: by_number", "{ number: \"A\" }");
                });

        assertThat(documents.find(eq("_id", 2)).first()).isEqualTo(new Document("_id", 2).append("number", "B"));
        assertThat(documents.find(eq("number", "B")).first()).isNotNull();
    }

    @Test
    void an_upsert_inserts_once_and_then_updates() {
        var key = eq("_id", "k");

        var first = documents.updateOne(key, combine(inc("count", 1), setOnInsert("born", 1)), UPSERT);
        var second = documents.updateOne(key, combine(inc("count", 1), setOnInsert("born", 2)), UPSERT);

        assertThat(first.getUpsertedId().asString().getValue()).isEqualTo("k");
        assertThat(second.getUpsertedId()).isNull();
        assertThat(second.getModifiedCount()).isEqualTo(1);
        assertThat(documents.find(key).first())
                .isEqualTo(new Document("_id", "k").append("count", 2).append("born", 1));
    }

    @Test
    void an_upsert_of_a_stale_version_is_a_duplicate() {
        documents.insertOne(new Document("_id", "a").append("version", 2));

        assertThatThrownBy(() -> documents.updateOne(and(eq("_id", "a"), eq("version", 1)), set("version", 2), UPSERT))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        failure -> assertThat(failure.getError().getCode()).isEqualTo(11000));
    }

    @Test
    void an_update_of_a_stale_version_matches_nothing() {
        documents.insertOne(new Document("_id", "a").append("version", 2));

        var result = documents.updateOne(and(eq("_id", "a"), eq("version", 1)), set("version", 2));

        assertThat(result.getMatchedCount()).isZero();
    }

    @Test
    void what_update_operators_do_to_arrays_and_fields() {
        documents.insertOne(new Document("_id", 1)
                .append("list", List.of(1, 2, 3))
                .append("gone", 1)
                .append("most", 5)
                .append("events", List.of(new Document("seq", 1), new Document("seq", 2))));

        documents.updateOne(
                eq("_id", 1),
                combine(
                        pushEach("list", List.of(4, 5), new PushOptions().slice(-4)),
                        unset("gone"),
                        max("most", 7),
                        pull("events", doc("seq", new Document("$lte", 1))),
                        set("deep.er", "x"),
                        inc("money", new Decimal128(new BigDecimal("0.10")))));
        documents.updateOne(eq("_id", 1), inc("money", new Decimal128(new BigDecimal("0.20"))));

        assertThat(documents.find().first())
                .isEqualTo(new Document("_id", 1)
                        .append("list", List.of(2, 3, 4, 5))
                        .append("most", 7)
                        .append("events", List.of(new Document("seq", 2)))
                        .append("deep", new Document("er", "x"))
                        .append("money", new Decimal128(new BigDecimal("0.30"))));
    }

    @Test
    void update_many_counts_what_it_matched_and_what_it_changed() {
        documents.insertMany(List.of(new Document("a", 1), new Document("a", 2), new Document("a", 3)));

        var result = documents.updateMany(gt("a", 1), set("a", 3));

        assertThat(result.getMatchedCount()).isEqualTo(2);
        assertThat(result.getModifiedCount()).isEqualTo(1);
        assertThat(documents.countDocuments(eq("a", 3))).isEqualTo(2);
    }

    @Test
    void an_array_filter_chooses_the_elements() {
        documents.insertOne(new Document("_id", 1)
                .append("items", List.of(new Document("n", 1), new Document("n", 2), new Document("n", 3))));

        var result = documents.updateMany(
                eq("_id", 1), set("items.$[big].hit", true), new UpdateOptions().arrayFilters(List.of(gt("big.n", 1))));

        assertThat(result.getModifiedCount()).isEqualTo(1);
        assertThat(documents.countDocuments(eq("items", new Document("n", 1)))).isEqualTo(1);
        assertThat(documents.countDocuments(eq("items", new Document("n", 3).append("hit", true))))
                .isEqualTo(1);
    }

    @Test
    void an_ordered_bulk_stops_at_its_first_error_whatever_the_kind() {
        documents.createIndex(doc("u", 1), new IndexOptions().unique(true).sparse(true));
        documents.insertMany(List.of(new Document("_id", 1).append("u", 1), new Document("_id", 2).append("u", 2)));

        var failure = catchThrowableOfType(MongoBulkWriteException.class, () -> documents.bulkWrite(mixed()));

        assertThat(failure.getWriteErrors()).extracting("index").containsExactly(2);
        assertThat(failure.getWriteResult().getInsertedCount()).isEqualTo(1);
        assertThat(failure.getWriteResult().getModifiedCount()).isEqualTo(1);
        assertThat(ids()).containsExactly(1, 2, 3);
        assertThat(documents.countDocuments(eq("late", true))).isZero();
    }

    @Test
    void an_unordered_bulk_goes_on_after_an_error() {
        documents.createIndex(doc("u", 1), new IndexOptions().unique(true).sparse(true));
        documents.insertMany(List.of(new Document("_id", 1).append("u", 1), new Document("_id", 2).append("u", 2)));

        var failure = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> documents.bulkWrite(mixed(), new BulkWriteOptions().ordered(false)));

        assertThat(failure.getWriteErrors()).extracting("index").containsExactly(2);
        assertThat(documents.countDocuments(eq("late", true))).isEqualTo(1);
        assertThat(ids()).containsExactly(2, 3);
    }

    private static List<WriteModel<Document>> mixed() {
        return List.of(
                new InsertOneModel<>(new Document("_id", 3)),
                new UpdateOneModel<>(eq("_id", 1), set("v", 1)),
                new UpdateOneModel<>(eq("_id", 2), set("u", 1)),
                new UpdateOneModel<>(eq("_id", 2), set("late", true)),
                new DeleteOneModel<>(eq("_id", 1)));
    }

    @Test
    void find_one_and_update_answers_before_or_after() {
        documents.insertMany(List.of(new Document("_id", 1).append("due", 5), new Document("_id", 2).append("due", 3)));
        var earliest = new FindOneAndUpdateOptions().sort(doc("due", 1));

        var before = documents.findOneAndUpdate(new Document(), set("taken", true), earliest);
        var after = documents.findOneAndUpdate(
                eq("_id", 1),
                set("taken", true),
                new FindOneAndUpdateOptions()
                        .returnDocument(ReturnDocument.AFTER)
                        .projection(doc("taken", 1)));
        var none = documents.findOneAndUpdate(eq("_id", 9), set("taken", true));

        assertThat(before).isEqualTo(new Document("_id", 2).append("due", 3));
        assertThat(after).isEqualTo(new Document("_id", 1).append("taken", true));
        assertThat(none).isNull();
        assertThat(documents.countDocuments(eq("taken", true))).isEqualTo(2);
    }

    @Test
    void find_one_and_update_refuses_a_duplicate() {
        documents.createIndex(doc("u", 1), new IndexOptions().unique(true));
        documents.insertMany(List.of(new Document("_id", 1).append("u", 1), new Document("_id", 2).append("u", 2)));

        assertThatThrownBy(() -> documents.findOneAndUpdate(eq("_id", 2), set("u", 1)))
                .isInstanceOfSatisfying(
                        MongoCommandException.class,
                        failure -> assertThat(failure.getCode()).isEqualTo(11000));
    }

    @Test
    void deleting_leaves_no_entry_behind() {
        documents.createIndex(doc("a", 1));
        documents.createIndex(doc("tags", 1));
        for (int i = 0; i < 20; i++) {
            documents.insertOne(new Document("_id", i).append("a", i % 4).append("tags", List.of(i, i + 1, i)));
        }

        assertThat(documents.deleteMany(eq("a", 1)).getDeletedCount()).isEqualTo(5);
        assertThat(documents.deleteOne(eq("a", 2)).getDeletedCount()).isEqualTo(1);
        assertThat(documents.findOneAndDelete(eq("_id", 0))).containsEntry("a", 0);

        assertThat(documents.countDocuments()).isEqualTo(13);
        assertThat(validation()).containsEntry("valid", true);
    }

    @Test
    void a_document_that_has_grown_past_the_limit_is_refused_and_stays_readable() {
        documents.insertOne(new Document("_id", 1).append("text", "x".repeat(9 << 20)));

        assertThatThrownBy(() -> documents.updateOne(eq("_id", 1), set("more", "x".repeat(9 << 20))))
                .isInstanceOf(MongoException.class)
                .hasMessageContaining("16 MB");

        assertThat(documents.find(eq("_id", 1)).first()).doesNotContainKey("more");
    }

    private List<Object> ids() {
        return documents
                .find()
                .sort(doc("_id", 1))
                .map(document -> document.get("_id"))
                .into(new ArrayList<>());
    }
}
