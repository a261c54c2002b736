package io.fangwei.localmongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CollationStrength;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.DeleteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Strength 2 looks through case, strength 1 through accents as well; as on the manual's page "Collation". */
class CollationTest extends Served {

    private static final Collation CASE = collation("en", CollationStrength.SECONDARY);
    private static final Collation ACCENTS = collation("en", CollationStrength.PRIMARY);

    private static Collation collation(String locale, CollationStrength strength) {
        return Collation.builder().locale(locale).collationStrength(strength).build();
    }

    @BeforeEach
    void insert() {
        documents.insertMany(List.of(
                new Document("_id", 1).append("name", "cafe"),
                new Document("_id", 2).append("name", "Café"),
                new Document("_id", 3).append("name", "CAFE"),
                new Document("_id", 4).append("name", "Zoo"),
                new Document("_id", 5).append("name", "a b"),
                new Document("_id", 6).append("name", "ab"),
                new Document("_id", 7).append("name", "保险")));
        documents.createIndex(doc("name", 1));
    }

    private List<Object> ids(Bson filter, Collation collation) {
        return documents
                .find(filter)
                .collation(collation)
                .map(document -> document.get("_id"))
                .into(new ArrayList<>());
    }

    @Test
    void strings_match_without_regard_to_case_or_accents() {
        assertThat(ids(eq("name", "CaFe"), CASE)).containsExactly(1, 3);
        assertThat(ids(eq("name", "CaFe"), ACCENTS)).containsExactly(1, 2, 3);
        assertThat(ids(in("name", "zoo", "AB"), CASE)).containsExactly(4, 6);
        assertThat(ids(eq("name", "保险"), collation("zh", CollationStrength.SECONDARY)))
                .containsExactly(7);
        assertThat(ids(eq("name", "CaFe"), Collation.builder().locale("simple").build()))
                .isEmpty();
    }

    @Test
    void strings_are_sorted_without_regard_to_case() {
        assertThat(documents
                        .find()
                        .collation(CASE)
                        .sort(new Document("name", 1).append("_id", 1))
                        .map(document -> document.get("_id"))
                        .into(new ArrayList<>()))
                .containsExactly(5, 6, 1, 3, 2, 4, 7);
        assertThat(documents.distinct("name", String.class).collation(ACCENTS).into(new ArrayList<>()))
                .hasSize(5);
    }

    @Test
    void changes_find_their_documents_in_the_same_way() {
        assertThat(documents.countDocuments(eq("name", "ZOO"), new CountOptions().collation(CASE)))
                .isEqualTo(1);
        assertThat(documents
                        .updateMany(eq("name", "ZOO"), set("a", 1), new UpdateOptions().collation(CASE))
                        .getModifiedCount())
                .isEqualTo(1);
        assertThat(documents.findOneAndUpdate(
                        eq("name", "ZOO"), set("a", 2), new FindOneAndUpdateOptions().collation(CASE)))
                .containsEntry("a", 1);
        assertThat(documents
                        .deleteMany(eq("name", "ZOO"), new DeleteOptions().collation(CASE))
                        .getDeletedCount())
                .isEqualTo(1);
    }

    @Test
    void an_index_serves_text_only_if_the_collations_agree() {
        documents.createIndex(doc("_id", 1), new IndexOptions().name("unused"));
        var byText = documents.find(eq("name", "zoo")).collation(CASE).explain();
        var byNumber = documents.find(eq("_id", 4)).collation(CASE).explain();

        assertThat(byText.getEmbedded(List.of("queryPlanner", "winningPlan", "stage"), String.class))
                .isEqualTo("COLLSCAN");
        assertThat(byNumber.getEmbedded(List.of("executionStats", "totalDocsExamined"), Integer.class))
                .isEqualTo(1);
    }

    @Test
    void an_order_that_is_not_known_is_refused() {
        var pinyin = documents
                .find()
                .collation(collation("zh", CollationStrength.SECONDARY))
                .sort(doc("name", 1));

        assertThat(catchThrowableOfType(MongoCommandException.class, pinyin::first)
                        .getCode())
                .isEqualTo(2);
    }
}
