package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagesTest extends Served {

    private final MongoCollection<Document> others =
            database.getCollection(documents.getNamespace().getCollectionName() + "_others");

    @BeforeEach
    void insert() {
        documents.insertMany(List.of(
                Document.parse("{_id: 1, kind: 'a', n: 10, tags: ['x', 'y'], parent: null}"),
                Document.parse("{_id: 2, kind: 'b', n: 20, tags: [], parent: 1}"),
                Document.parse("{_id: 3, kind: 'a', n: 30, parent: 2}")));
        others.insertMany(
                List.of(Document.parse("{_id: 10, of: 1, v: 'p'}"), Document.parse("{_id: 11, of: 1, v: 'q'}")));
    }

    private List<Bson> pipeline(String stages) {
        var named = stages.replace("OTHERS", others.getNamespace().getCollectionName())
                .replace("SELF", documents.getNamespace().getCollectionName());
        return BsonArray.parse(named).stream()
                .map(stage -> (Bson) stage.asDocument())
                .toList();
    }

    private List<Document> run(String stages) {
        return documents.aggregate(pipeline(stages)).into(new ArrayList<>());
    }

    private static List<Document> rows(String expected) {
        return BsonArray.parse(expected).stream()
                .map(each -> Document.parse(each.asDocument().toJson()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{$set: {'d.e': '$n'}}, {$project: {d: 1}}, {$limit: 1}]    | [{_id: 1, d: {e: 10}}]
            [{$unset: ['tags', 'parent', 'n']}, {$skip: 1}, {$limit: 1}] | [{_id: 2, kind: 'b'}]
            [{$match: {_id: 1}}, {$replaceWith: {x: '$n'}}]             | [{x: 10}]
            [{$match: {_id: 1}}, {$replaceRoot: {newRoot: {y: '$kind'}}}] | [{y: 'a'}]
            [{$sortByCount: '$kind'}]                                   | [{_id: 'a', count: 2}, {_id: 'b', count: 1}]
            [{$match: {kind: 'a'}}, {$count: 'many'}]                   | [{many: 2}]
            [{$match: {kind: 'none'}}, {$count: 'many'}]                | []
            [{$unwind: '$tags'}, {$project: {tags: 1}}]                 | [{_id: 1, tags: 'x'}, {_id: 1, tags: 'y'}]
            [{$unwind: {path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i'}}, {$project: {tags: 1, i: 1}}, {$sort: {_id: -1}}, {$limit: 2}] | [{_id: 3, i: null}, {_id: 2, i: null}]
            [{$match: {_id: 1}}, {$project: {kind: 1}}, {$unionWith: 'OTHERS'}] | [{_id: 1, kind: 'a'}, {_id: 10, of: 1, v: 'p'}, {_id: 11, of: 1, v: 'q'}]
            [{$lookup: {from: 'OTHERS', localField: '_id', foreignField: 'of', as: 'o'}}, {$match: {_id: {$lt: 3}}}, {$project: {v: '$o.v'}}] | [{_id: 1, v: ['p', 'q']}, {_id: 2, v: []}]
            [{$match: {_id: 1}}, {$lookup: {from: 'OTHERS', let: {id: '$_id'}, pipeline: [{$match: {$expr: {$eq: ['$of', '$$id']}}}, {$project: {_id: 0, v: 1}}], as: 'o'}}, {$project: {o: 1}}] | [{_id: 1, o: [{v: 'p'}, {v: 'q'}]}]
            [{$match: {_id: 3}}, {$graphLookup: {from: 'SELF', startWith: '$parent', connectFromField: 'parent', connectToField: '_id', as: 'up'}}, {$project: {up: '$up._id'}}] | [{_id: 3, up: [1, 2]}]
            [{$group: {_id: '$kind', sum: {$sum: '$n'}, avg: {$avg: '$n'}, first: {$first: '$_id'}, all: {$push: '$_id'}, max: {$max: '$n'}}}, {$sort: {_id: 1}}] | [{_id: 'a', sum: 40, avg: 20.0, first: 1, all: [1, 3], max: 30}, {_id: 'b', sum: 20, avg: 20.0, first: 2, all: [2], max: 20}]
            [{$group: {_id: null, best: {$top: {sortBy: {n: -1}, output: '$_id'}}, two: {$maxN: {input: '$n', n: 2}}}}] | [{_id: null, best: 3, two: [30, 20]}]
            [{$bucket: {groupBy: '$n', boundaries: [0, 15, 100], output: {n: {$sum: 1}}}}] | [{_id: 0, n: 1}, {_id: 15, n: 2}]
            [{$facet: {count: [{$count: 'n'}], first: [{$limit: 1}, {$project: {_id: 1}}]}}] | [{count: [{n: 3}], first: [{_id: 1}]}]
            [{$redact: {$cond: [{$gt: ['$n', 15]}, '$$KEEP', '$$PRUNE']}}, {$project: {_id: 1}}] | [{_id: 2}, {_id: 3}]
            [{$match: {_id: 1}}, {$project: {_id: 0, twice: {$multiply: ['$n', 2]}, nested: {k: '$kind'}}}] | [{twice: 20, nested: {k: 'a'}}]
            [{$match: {_id: 1}}, {$project: {tags: 0, parent: 0}}]      | [{_id: 1, kind: 'a', n: 10}]
            """)
    void the_documents_of(String stages, String expected) {
        assertThat(run(stages)).containsExactlyElementsOf(rows(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{$frobnicate: {}}]                      | 40324
            [{$match: {}, $limit: 1}]                | 40323
            [{$match: 1}]                            | 15959
            [{$match: {a: {$frob: 1}}}]              | 2
            [{$limit: 0}]                            | 15958
            [{$skip: -1}]                            | 5107200
            [{$group: {n: {$sum: 1}}}]               | 15955
            [{$group: {_id: 1, n: {$frob: 1}}}]      | 15952
            [{$project: {}}]                         | 51272
            [{$project: {a: 1, b: 0}}]               | 31254
            [{$project: {a: 0, b: 1}}]               | 31253
            [{$sort: {a: 2}}]                        | 15975
            [{$unwind: 'tags'}]                      | 28818
            [{$out: 'x'}, {$match: {}}]              | 40601
            [{$changeStream: {}}]                    | 40573
            [{$setWindowFields: {}}]                 | 238
            [{$match: {$text: {$search: 'x'}}}]      | 27
            [{$lookup: {from: 'x', as: 'y'}}]        | 9
            [{$limit: 1}, {$indexStats: {}}]         | 40602
            [{$documents: []}]                       | 73
            """)
    void the_error_of(String stages, int code) {
        var refusal = catchThrowableOfType(MongoCommandException.class, () -> run(stages));

        assertThat(refusal.getCode()).as(refusal.getErrorMessage()).isEqualTo(code);
    }

    @Test
    void a_database_answers_pipelines_that_need_no_collection() {
        assertThat(database.aggregate(pipeline("[{$documents: [{a: 1}, {a: {$add: [1, 1]}}]}, {$match: {a: 2}}]"))
                        .into(new ArrayList<>()))
                .containsExactly(doc("a", 2));
        var refusal = catchThrowableOfType(
                MongoCommandException.class,
                () -> database.aggregate(pipeline("[{$match: {}}]")).first());
        assertThat(refusal.getCode()).isEqualTo(73);
        refusal = catchThrowableOfType(
                MongoCommandException.class,
                () -> database.aggregate(pipeline("[{$currentOp: {}}]")).first());
        assertThat(refusal.getCode()).isEqualTo(73);
    }

    @Test
    void out_replaces_a_collection_and_keeps_its_indexes() {
        others.createIndex(doc("kind", 1));

        run("[{$match: {kind: 'a'}}, {$project: {kind: 1}}, {$out: 'OTHERS'}]");

        assertThat(others.find().into(new ArrayList<>())).isEqualTo(rows("[{_id: 1, kind: 'a'}, {_id: 3, kind: 'a'}]"));
        assertThat(others.listIndexes().into(new ArrayList<>())).hasSize(2);
        assertThat(others.countDocuments(doc("kind", "a"))).isEqualTo(2);
    }

    @Test
    void merge_enters_into_a_collection() {
        others.insertOne(Document.parse("{_id: 1, old: true, n: 1}"));

        run("[{$match: {_id: {$lt: 3}}}, {$project: {n: 1}}, {$merge: 'OTHERS'}]");
        assertThat(others.find(Document.parse("{_id: {$lt: 3}}")).into(new ArrayList<>()))
                .isEqualTo(rows("[{_id: 1, old: true, n: 10}, {_id: 2, n: 20}]"));

        run("[{$project: {n: 1}}, {$merge: {into: 'OTHERS', whenMatched: 'replace', whenNotMatched: 'discard'}}]");
        assertThat(others.find(Document.parse("{_id: {$lt: 4}}")).into(new ArrayList<>()))
                .isEqualTo(rows("[{_id: 1, n: 10}, {_id: 2, n: 20}]"));

        run("[{$match: {_id: 1}}, {$merge: {into: 'OTHERS', whenMatched: [{$set: {n: {$add: ['$n', '$$new.n']}}}]}}]");
        assertThat(others.find(doc("_id", 1)).first()).containsEntry("n", 20);

        var refusal = catchThrowableOfType(
                MongoCommandException.class,
                () -> run("[{$match: {_id: 3}}, {$merge: {into: 'OTHERS', whenNotMatched: 'fail'}}]"));
        assertThat(refusal.getCode()).isEqualTo(13113);
        refusal = catchThrowableOfType(MongoCommandException.class, () -> run("[{$merge: {into: 'OTHERS', on: 'n'}}]"));
        assertThat(refusal.getCode()).isEqualTo(51183);
    }

    @Test
    void merge_finds_its_documents_by_another_unique_index() {
        others.deleteMany(new Document());
        others.createIndex(doc("kind", 1), new IndexOptions().unique(true));
        others.insertOne(Document.parse("{_id: 'own', kind: 'b', n: 0}"));

        run("[{$match: {_id: 2}}, {$project: {_id: 0, kind: 1, n: 1}}, {$merge: {into: 'OTHERS', on: 'kind'}}]");

        assertThat(others.find().into(new ArrayList<>())).isEqualTo(rows("[{_id: 'own', kind: 'b', n: 20}]"));
    }

    private static List<Document> batch(Document answer) {
        return answer.get("cursor", Document.class).getList("firstBatch", Document.class);
    }

    @Test
    void variables_of_a_command_are_seen_by_its_pipeline_and_its_filter() {
        var variables = doc("least", 15);
        var aggregated = database.runCommand(new Document(
                        "aggregate", documents.getNamespace().getCollectionName())
                .append("pipeline", pipeline("[{$match: {$expr: {$gt: ['$n', '$$least']}}}, {$project: {_id: 1}}]"))
                .append("let", variables)
                .append("cursor", new Document()));
        var found = database.runCommand(
                new Document("find", documents.getNamespace().getCollectionName())
                        .append("filter", Document.parse("{$expr: {$lt: ['$n', '$$least']}}"))
                        .append("let", variables));

        assertThat(batch(aggregated)).hasSize(2);
        assertThat(batch(found)).hasSize(1);
    }

    /** As on the page "MongoDB Limits and Thresholds": no document and no list of distinct values above 16 MB. */
    @Test
    void what_is_no_document_any_more_is_refused() {
        var mega = "m".repeat(1 << 20);
        for (int i = 0; i < 17; i++) {
            others.insertOne(new Document("_id", 100 + i).append("v", i + mega));
        }

        assertThat(refusalOf("{aggregate: 'OTHERS', pipeline: [{$group: {_id: 1, all: {$push: '$v'}}}], cursor: {}}"))
                .isEqualTo(10334);
        assertThat(refusalOf("{aggregate: 'OTHERS', pipeline: [{$facet: {all: [{$match: {}}]}}], cursor: {}}"))
                .isEqualTo(10334);
        assertThat(refusalOf("{aggregate: 'OTHERS', pipeline: [{$match: {_id: 11}},"
                        + " {$lookup: {from: 'OTHERS', pipeline: [], as: 'all'}}], cursor: {}}"))
                .isEqualTo(10334);
        assertThat(refusalOf("{distinct: 'OTHERS', key: 'v'}")).isEqualTo(17217);
    }

    private int refusalOf(String command) {
        var named = command.replace("OTHERS", others.getNamespace().getCollectionName());
        return catchThrowableOfType(MongoCommandException.class, () -> database.runCommand(Document.parse(named)))
                .getCode();
    }
}
