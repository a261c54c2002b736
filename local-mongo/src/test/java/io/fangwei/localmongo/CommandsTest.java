package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.types.CodeWithScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest extends Served {

    private final String name = documents.getNamespace().getCollectionName();

    private Document run(String command) {
        return database.runCommand(Document.parse(command.replace("SELF", name)));
    }

    @Test
    void an_ordered_update_stops_at_its_first_error() {
        documents.insertMany(List.of(doc("_id", 1), doc("_id", 2), doc("_id", 3)));

        var answer = run("""
                {update: 'SELF', updates: [{q: {_id: 1}, u: {$set: {a: 1}}}, {q: {_id: 2}, u: {$set: {_id: 9}}},
                 {q: {_id: 3}, u: {$set: {a: 1}}}]}""");

        assertThat(answer).containsEntry("n", 1).containsEntry("nModified", 1);
        assertThat(answer.getList("writeErrors", Document.class))
                .extracting("index", "code")
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, 66));
        assertThat(documents.countDocuments(doc("a", 1))).isEqualTo(1);
    }

    @Test
    void an_unordered_update_goes_on() {
        documents.insertMany(List.of(doc("_id", 1), doc("_id", 2), doc("_id", 3)));

        var answer = run("""
                {update: 'SELF', ordered: false, updates: [{q: {_id: 1}, u: {$set: {a: 1}}},
                 {q: {_id: 2}, u: {$frob: {a: 1}}}, {q: {_id: 3}, u: {$set: {a: 1}}}]}""");

        assertThat(answer).containsEntry("n", 2).containsEntry("nModified", 2);
        assertThat(answer.getList("writeErrors", Document.class))
                .extracting("index", "code")
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, 9));
    }

    @Test
    void an_ordered_delete_stops_at_its_first_error_and_an_unordered_one_goes_on() {
        documents.insertMany(List.of(doc("_id", 1), doc("_id", 2), doc("_id", 3)));
        var deletes = "[{q: {_id: 1}, limit: 1}, {q: {a: {$frob: 1}}, limit: 0}, {q: {_id: 3}, limit: 1}]";

        assertThat(run("{delete: 'SELF', deletes: " + deletes + "}")).containsEntry("n", 1);
        assertThat(documents.countDocuments()).isEqualTo(2);
        assertThat(run("{delete: 'SELF', ordered: false, deletes: " + deletes + "}"))
                .containsEntry("n", 1);
        assertThat(documents.countDocuments()).isEqualTo(1);
    }

    @Test
    void a_partly_failed_insert_counts_what_it_inserted() {
        var failure = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> documents.insertMany(
                        List.of(doc("_id", 1), doc("_id", 1), doc("_id", 2)), new InsertManyOptions().ordered(false)));

        assertThat(failure.getWriteResult().getInsertedCount()).isEqualTo(2);
        assertThat(run("{insert: 'SELF', documents: [{_id: 3}, {_id: 3}, {_id: 4}]}"))
                .containsEntry("n", 1);
    }

    @Test
    void unacknowledged_writes_are_carried_out_and_the_connection_goes_on() {
        var unacknowledged = documents.withWriteConcern(WriteConcern.UNACKNOWLEDGED);
        for (int i = 0; i < 20; i++) {
            unacknowledged.insertOne(doc("_id", i));
        }
        unacknowledged.insertOne(doc("_id", 1));
        unacknowledged.updateMany(new Document(), doc("$set", doc("a", 1)));
        unacknowledged.deleteOne(doc("_id", 19));
        unacknowledged.bulkWrite(List.of(new InsertOneModel<>(doc("_id", 100))), new BulkWriteOptions().ordered(false));

        Awaitility.await().atMost(10, TimeUnit.SECONDS).untilAsserted(() -> {
            assertThat(documents.countDocuments()).isEqualTo(20);
            assertThat(documents.countDocuments(doc("a", 1))).isEqualTo(19);
        });
    }

    @Test
    void variables_in_updates_and_deletes() {
        documents.insertMany(List.of(new Document("_id", 1).append("n", 5), new Document("_id", 2).append("n", 7)));

        run("""
                {update: 'SELF', let: {least: 6, to: 100},
                 updates: [{q: {$expr: {$gt: ['$n', '$$least']}}, u: [{$set: {n: '$$to'}}], multi: true}]}""");
        assertThat(documents.find(doc("_id", 2)).first()).containsEntry("n", 100);
        assertThat(
                        run(
                                "{delete: 'SELF', let: {least: 6}, deletes: [{q: {$expr: {$gt: ['$n', '$$least']}}, limit: 0}]}"))
                .containsEntry("n", 1);
        assertThat(
                        run("{findAndModify: 'SELF', let: {by: 3}, query: {_id: 1}, update: [{$set: {n: {$add: ['$n', '$$by']}}}], new: true}")
                                .get("value", Document.class))
                .containsEntry("n", 8);
    }

    /** Codes as on the page "Error Codes", and those of the parsers of commands and queries. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {frobnicate: 1}                                              | 59
            {find: 'SELF', filtr: {}}                                    | 40415
            {find: 'SELF', filter: 5}                                    | 14
            {find: 'SELF', skip: -1}                                     | 51024
            {find: 'SELF', filter: {a: {$frob: 1}}}                      | 2
            {find: 'SELF', filter: {$frob: []}}                          | 2
            {find: 'SELF', filter: {$or: []}}                            | 2
            {find: 'SELF', filter: {a: {$in: 1}}}                        | 2
            {find: 'SELF', filter: {a: {$type: 'frob'}}}                 | 2
            {find: 'SELF', filter: {a: {$regex: '('}}}                   | 51091
            {find: 'SELF', filter: {$where: 'true'}}                     | 2
            {find: 'SELF', filter: {$text: {$search: 'x'}}}              | 27
            {find: 'SELF', filter: {a: {$near: [1, 1]}}}                 | 291
            {find: 'SELF', filter: {$jsonSchema: {}}}                    | 238
            {find: 'SELF', sort: {a: 'x'}}                               | 15974
            {find: 'SELF', projection: {a: 1, b: 0}}                     | 31254
            {find: 'SELF', hint: 'unknown'}                              | 2
            {find: 'SELF', hint: {unknown: 1}}                           | 2
            {find: 'SELF', collation: {locale: 'en', numericOrdering: true, strength: 2}} | 2
            {find: 'SELF', collation: {locale: 'en'}}                    | 2
            {find: 'SELF', collation: {locale: 'xx', strength: 2}}       | 2
            {find: 'SELF', collation: {strength: 2}}                     | 40414
            {find: 'SELF', readConcern: {level: 'snapshot'}}             | 123
            {find: 'SELF', tailable: true}                               | 238
            {find: ''}                                                   | 73
            {find: 5}                                                    | 73
            {aggregate: 'SELF', pipeline: []}                            | 9
            {aggregate: 'SELF', pipeline: {}, cursor: {}}                | 14
            {distinct: 'SELF'}                                           | 40414
            {insert: 'SELF', documents: []}                              | 16
            {insert: 'SELF', documents: [{_id: 1}], txnNumber: {$numberLong: '1'}, startTransaction: true, autocommit: false} | 20
            {insert: 'SELF', documents: [{_id: 1}], writeConcern: {w: 2}} | 2
            {findAndModify: 'SELF', query: {}}                           | 9
            {findAndModify: 'SELF', remove: true, new: true}             | 9
            {create: 'SELFa', capped: true, size: 1000}                  | 72
            {create: 'SELFb', validator: {a: 1}}                         | 72
            {create: 'SELFc', viewOn: 'SELF', pipeline: []}              | 72
            {create: 'SELFd', timeseries: {timeField: 't'}}              | 72
            {create: 'SELFe', collation: {locale: 'en', strength: 2}}    | 72
            {create: 'SELF'}                                             | 48
            {createIndexes: 'SELF', indexes: [{key: {a: 'text'}, name: 't'}]} | 67
            {createIndexes: 'SELF', indexes: [{key: {a: '2dsphere'}, name: 'g'}]} | 67
            {createIndexes: 'SELF', indexes: [{key: {a: 1}, name: 'c', collation: {locale: 'en', strength: 2}}]} | 67
            {createIndexes: 'SELF', indexes: [{key: {a: 1}, name: 'p', partialFilterExpression: {a: {$ne: 1}}}]} | 67
            {createIndexes: 'SELF', indexes: [{key: {a: 1}, name: 'p', partialFilterExpression: {a: {$exists: false}}}]} | 67
            {dropIndexes: 'SELF', index: 'unknown'}                      | 27
            {dropIndexes: 'SELF', index: '_id_'}                         | 72
            {drop: 'unknown'}                                            | 26
            {listIndexes: 'unknown'}                                     | 26
            {renameCollection: 'tests.SELF', to: 'tests.x'}              | 13
            {find: 'SELF', sort: {$a: 1}}                                | 16410
            {find: 'SELF', sort: {'a.': 1}}                              | 40353
            {createIndexes: 'SELF', indexes: [{key: {$a: 1}, name: 'd'}]} | 67
            {createIndexes: 'SELF', indexes: [{key: {'a..b': 1}, name: 'd'}]} | 67
            {createIndexes: 'SELF', indexes: [{key: {a: 1}, name: 'd', frob: 1}]} | 197
            {count: 'SELF', limit: 'x'}                                  | 14
            {mapReduce: 'SELF'}                                          | 59
            {getMore: {$numberLong: '123456789'}, collection: 'SELF'}    | 43
            {explain: {frobnicate: 1}}                                   | 59
            {explain: {find: 'SELF'}, verbosity: 'much'}                 | 2
            """)
    void the_error_of(String command, int code) {
        documents.insertOne(doc("_id", 0));
        var refusal = catchThrowableOfType(MongoCommandException.class, () -> run(command));

        assertThat(refusal).as(command).isNotNull();
        assertThat(refusal.getCode()).as(refusal.getErrorMessage()).isEqualTo(code);
    }

    /** Errors of single statements, which do not end the command. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {q: {}, u: {$frob: {a: 1}}}                       | 9
            {q: {}, u: {$set: 5}}                             | 9
            {q: {}, u: {$set: {_id: 5}}}                      | 66
            {q: {}, u: {_id: 5}}                              | 66
            {q: {}, u: {$set: {a: 1}, $inc: {a: 1}}}          | 40
            {q: {}, u: {$set: {'a.b': 1}, $unset: {a: 1}}}    | 40
            {q: {}, u: {$inc: {text: 1}}}                     | 14
            {q: {}, u: {$inc: {n: 'x'}}}                      | 14
            {q: {}, u: {$set: {'text.b': 1}}}                 | 28
            {q: {}, u: {$set: {'list.b': 1}}}                 | 28
            {q: {}, u: {$push: {text: 1}}}                    | 2
            {q: {}, u: {$addToSet: {text: 1}}}                | 2
            {q: {}, u: {$pop: {list: 5}}}                     | 9
            {q: {}, u: {$set: {'list.$': 1}}}                 | 2
            {q: {}, u: {$set: {'list.$[x]': 1}}}              | 2
            {q: {}, u: {$set: {a: 1}}, arrayFilters: [{x: 1}]} | 9
            {q: {}, u: {$rename: {a: 'a'}}}                   | 2
            {q: {}, u: {$set: {'': 1}}}                       | 56
            {q: {}, u: {$set: {'a..b': 1}}}                   | 56
            {q: {}, u: {$set: {$a: 1}}}                       | 52
            {q: {}, u: {a: 1}, multi: true}                   | 9
            {q: {}, u: [{$match: {}}]}                        | 72
            {q: {}, u: [{$set: {a: {$frob: 1}}}]}             | 168
            {q: {}, u: {$set: {a: 1}}, frob: 1}               | 40415
            {q: {}, u: {$set: {a: 1}}, hint: 'unknown'}       | 2
            """)
    void the_error_of_an_update(String statement, int code) {
        documents.insertOne(Document.parse("{_id: 0, n: 1, text: 't', list: [1]}"));
        var answer = run("{update: 'SELF', updates: [" + statement + "]}");

        assertThat(answer.getList("writeErrors", Document.class))
                .as(answer.toJson())
                .extracting("code")
                .containsExactly(code);
        assertThat(documents.find().first()).isEqualTo(Document.parse("{_id: 0, n: 1, text: 't', list: [1]}"));
    }

    @Test
    void a_collection_is_renamed_to_a_fit_name_only() {
        documents.insertOne(doc("_id", 0));
        for (String to : List.of("tests.a$b", "tests.", "a b.c", "nowhere", "tests.system.x")) {
            var command =
                    new Document("renameCollection", documents.getNamespace().getFullName()).append("to", to);
            var refusal = catchThrowableOfType(
                    MongoCommandException.class,
                    () -> CLIENT.getDatabase("admin").runCommand(command));
            assertThat(refusal).as(to).isNotNull();
            assertThat(refusal.getCode()).as(to).isEqualTo(73);
        }
    }

    /** As on the page "MongoDB Limits and Thresholds". */
    @Test
    void there_are_64_indexes_and_1000_stages_at_most() {
        var keys = java.util.stream.IntStream.range(0, 64)
                .mapToObj(i -> "{key: {k" + i + ": 1}, name: 'k" + i + "'}")
                .toList();
        var stages = String.join(", ", java.util.Collections.nCopies(1001, "{$match: {}}"));

        assertThat(catchThrowableOfType(
                                MongoCommandException.class,
                                () -> run("{createIndexes: 'SELF', indexes: " + keys + "}"))
                        .getCode())
                .isEqualTo(67);
        run("{createIndexes: 'SELF', indexes: " + keys.subList(0, 63) + "}");
        assertThat(catchThrowableOfType(
                                MongoCommandException.class,
                                () -> run("{aggregate: 'SELF', pipeline: [" + stages + "], cursor: {}}"))
                        .getCode())
                .isEqualTo(7749501);
    }

    @Test
    void an_id_may_not_be_an_array_or_a_regex() {
        var answer = run(
                "{insert: 'SELF', ordered: false, documents: [{_id: [1]}, {_id: {$regularExpression: {pattern: 'a', options: ''}}}, {_id: {$odd: 1}}]}");

        assertThat(answer.getList("writeErrors", Document.class))
                .extracting("code")
                .containsExactly(53, 53, 52);
    }

    @Test
    void a_value_that_cannot_be_read_is_refused_and_the_connection_goes_on() {
        var refusal = catchThrowableOfType(
                MongoException.class,
                () -> documents.insertOne(doc("code", new CodeWithScope("return x", new Document("x", 1)))));

        assertThat(refusal.getCode()).isEqualTo(22);
        assertThat(documents.countDocuments()).isZero();
    }

    @Test
    void sessions_are_accepted_and_transactions_refused() {
        try (var session = CLIENT.startSession()) {
            documents.insertOne(session, doc("_id", 1));
            assertThat(documents.find(session).into(new ArrayList<>())).hasSize(1);
            session.startTransaction();
            var refusal = catchThrowableOfType(
                    MongoCommandException.class, () -> documents.find(session).first());
            assertThat(refusal.getCode()).isEqualTo(20);
        }
        assertThat(documents.countDocuments()).isEqualTo(1);
    }
}
