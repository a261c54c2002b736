package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stages and indexes a command uses, asked by explain as one would ask MongoDB. */
class PlanTest extends Served {

    private static final int MANY = 200;

    private final String name = documents.getNamespace().getCollectionName();

    @BeforeEach
    void insert() {
        documents.insertMany(IntStream.range(0, MANY)
                .mapToObj(i -> new Document("_id", i)
                        .append("a", i % 10)
                        .append("b", i)
                        .append("text", "t" + i % 20)
                        .append("tags", List.of(i % 7, i % 11))
                        .append("items", List.of(new Document("n", i), new Document("n", -i))))
                .toList());
        documents.createIndex(new Document("a", 1).append("b", -1));
        documents.createIndex(doc("text", 1));
        documents.createIndex(doc("tags", 1));
        documents.createIndex(doc("items.n", 1));
        documents.createIndex(doc("opt", 1), new IndexOptions().sparse(true));
        documents.createIndex(
                new Document("b", 1).append("text", 1),
                new IndexOptions()
                        .name("partial")
                        .partialFilterExpression(new Document("b", new Document("$gte", 100))));
    }

    private Document explain(String command) {
        return database.runCommand(new Document("explain", Document.parse(command.replace("SELF", name)))
                .append("verbosity", "executionStats"));
    }

    private static List<String> stages(Document stage) {
        var stages = new ArrayList<String>();
        for (var at = stage; at != null; at = at.get("inputStage", Document.class)) {
            stages.add(at.getString("stage") + (at.containsKey("indexName") ? ":" + at.getString("indexName") : ""));
        }
        return stages;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {find: 'SELF'}                                         | COLLSCAN | 200 | 0 | 200
            {find: 'SELF', filter: {_id: 5}}                       | IDHACK | 1 | 1 | 1
            {find: 'SELF', filter: {_id: {$gte: 190}}}             | FETCH,IXSCAN:_id_ | 10 | 10 | 10
            {find: 'SELF', filter: {a: 3}}                         | FETCH,IXSCAN:a_1_b_-1 | 20 | 20 | 20
            {find: 'SELF', filter: {a: 3}, limit: 4}               | LIMIT,FETCH,IXSCAN:a_1_b_-1 | 4 | 4 | 4
            {find: 'SELF', filter: {a: {$in: [3, 4]}, b: {$lt: 50}}} | FETCH,IXSCAN:a_1_b_-1 | 10 | 10 | 10
            {find: 'SELF', filter: {a: 3}, sort: {b: 1}, limit: 2} | LIMIT,FETCH,IXSCAN:a_1_b_-1 | 2 | 2 | 2
            {find: 'SELF', filter: {a: 3}, sort: {b: -1}, limit: 2} | LIMIT,FETCH,IXSCAN:a_1_b_-1 | 2 | 2 | 2
            {find: 'SELF', sort: {a: -1, b: 1}, limit: 3}          | LIMIT,FETCH,IXSCAN:a_1_b_-1 | 3 | 3 | 3
            {find: 'SELF', sort: {a: 1, b: 1}, limit: 3}           | SORT,COLLSCAN | 3 | 0 | 200
            {find: 'SELF', filter: {text: {$regex: '^t19'}}}       | FETCH,IXSCAN:text_1 | 10 | 10 | 10
            {find: 'SELF', filter: {text: {$regex: '^t1', $options: 'i'}}} | COLLSCAN | 110 | 0 | 200
            {find: 'SELF', filter: {text: {$regex: '^\\\\Qt19\\\\E'}}, sort: {text: -1}} | FETCH,IXSCAN:text_1 | 10 | 10 | 10
            {find: 'SELF', filter: {tags: 5}}                      | FETCH,IXSCAN:tags_1 | 43 | 43 | 43
            {find: 'SELF', filter: {items: {$elemMatch: {n: 5}}}}  | FETCH,IXSCAN:items.n_1 | 1 | 1 | 1
            {find: 'SELF', filter: {b: 150}}                       | FETCH,IXSCAN:partial | 1 | 1 | 1
            {find: 'SELF', filter: {b: {$gt: 190}}}                | FETCH,IXSCAN:partial | 9 | 9 | 9
            {find: 'SELF', filter: {b: 50}}                        | COLLSCAN | 1 | 0 | 200
            {find: 'SELF', filter: {b: {$gt: 90}}}                 | COLLSCAN | 109 | 0 | 200
            {find: 'SELF', filter: {opt: {$exists: true}}}         | FETCH,IXSCAN:opt_1 | 0 | 0 | 0
            {find: 'SELF', filter: {opt: null, a: 1}}              | FETCH,IXSCAN:a_1_b_-1 | 20 | 20 | 20
            {find: 'SELF', filter: {opt: null}}                    | COLLSCAN | 200 | 0 | 200
            {find: 'SELF', filter: {a: 3}, hint: {$natural: 1}}    | COLLSCAN | 20 | 0 | 200
            {find: 'SELF', filter: {text: 't3'}, hint: 'a_1_b_-1'} | FETCH,IXSCAN:a_1_b_-1 | 10 | 200 | 200
            {count: 'SELF', query: {}}                             | RECORD_STORE_FAST_COUNT | 0 | 0 | 0
            {count: 'SELF', query: {a: 3}}                         | COUNT,COUNT_SCAN:a_1_b_-1 | 0 | 20 | 0
            {count: 'SELF', query: {tags: 5}}                      | COUNT,FETCH,IXSCAN:tags_1 | 0 | 43 | 43
            {distinct: 'SELF', key: 'a'}                           | PROJECTION_COVERED,DISTINCT_SCAN:a_1_b_-1 | 10 | 10 | 10
            {distinct: 'SELF', key: 'b', query: {a: 3}}            | FETCH,IXSCAN:a_1_b_-1 | 20 | 20 | 20
            {aggregate: 'SELF', pipeline: [{$match: {a: 3}}, {$sort: {b: -1}}, {$limit: 2}], cursor: {}} | LIMIT,FETCH,IXSCAN:a_1_b_-1 | 2 | 2 | 2
            {aggregate: 'SELF', pipeline: [{$match: {a: 3}}, {$group: {_id: 1, n: {$sum: 1}}}], cursor: {}} | COUNT,COUNT_SCAN:a_1_b_-1 | 1 | 20 | 0
            {update: 'SELF', updates: [{q: {a: 3, b: 3}, u: {$set: {x: 1}}}]} | UPDATE,FETCH,IXSCAN:a_1_b_-1 | 0 | 1 | 1
            {delete: 'SELF', deletes: [{q: {text: 't3'}, limit: 0}]} | DELETE,FETCH,IXSCAN:text_1 | 0 | 10 | 10
            {findAndModify: 'SELF', query: {a: 3}, sort: {b: 1}, remove: true} | DELETE,FETCH,IXSCAN:a_1_b_-1 | 0 | 1 | 1
            """)
    void the_plan_of(String command, String stages, int returned, int keys, int examined) {
        var explained = explain(command);
        var statistics = explained.get("executionStats", Document.class);

        assertThat(stages(explained.getEmbedded(List.of("queryPlanner", "winningPlan"), Document.class)))
                .as(explained.toJson())
                .containsExactly(stages.split(","));
        assertThat(statistics)
                .containsEntry("nReturned", returned)
                .containsEntry("totalKeysExamined", keys)
                .containsEntry("totalDocsExamined", examined);
        assertThat(documents.countDocuments()).isEqualTo(MANY);
    }

    @Test
    void an_or_of_indexed_branches_uses_them_all() {
        var plan = explain("{find: 'SELF', filter: {$or: [{text: 't3'}, {tags: 5}]}}")
                .getEmbedded(List.of("queryPlanner", "winningPlan", "inputStage"), Document.class);

        assertThat(plan).containsEntry("stage", "OR");
        assertThat(plan.getList("inputStages", Document.class))
                .extracting("indexName")
                .containsExactly("text_1", "tags_1");
    }

    @Test
    void a_hinted_sparse_index_shows_what_it_holds() {
        documents.updateOne(doc("_id", 3), doc("$set", doc("opt", 1)));

        assertThat(documents.find().hint(doc("opt", 1)).into(new ArrayList<>())).hasSize(1);
        assertThat(documents.find().into(new ArrayList<>())).hasSize(MANY);
    }

    @Test
    void distinct_values_by_an_index_are_those_of_a_look_at_all() {
        documents.updateOne(doc("_id", 1), doc("$set", doc("a", null)));
        documents.updateOne(doc("_id", 2), doc("$unset", doc("a", "")));
        documents.updateOne(doc("_id", 3), doc("$set", doc("a", 4.5)));
        documents.updateOne(doc("_id", 4), doc("$set", doc("a", "x")));

        var byIndex = database.runCommand(new Document("distinct", name).append("key", "a"));
        var byAll = database.runCommand(
                new Document("distinct", name).append("key", "a").append("hint", doc("$natural", 1)));

        assertThat(byIndex.getList("values", Object.class))
                .hasSize(13)
                .isEqualTo(byAll.getList("values", Object.class));
    }
}
