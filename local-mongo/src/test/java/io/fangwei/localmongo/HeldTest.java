package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a step may hold in memory: here 20,000 bytes of a collection of 100,000. */
class HeldTest {

    private static final Memory LITTLE = new Memory(8 << 20, 8 << 20, 1 << 20, 1000, 100, 20_000);

    @TempDir
    static Path folder;

    private static LocalMongo mongo;
    private static MongoClient client;
    private static MongoDatabase database;

    @BeforeAll
    static void open() {
        mongo = LocalMongo.open(Settings.of(folder, 0).withMemory(LITTLE));
        client = MongoClients.create(mongo.connectionString());
        database = client.getDatabase("a");
        database.getCollection("c")
                .insertMany(IntStream.range(0, 100)
                        .mapToObj(i -> new Document("_id", i)
                                .append("n", 99 - i)
                                .append("indexed", 99 - i)
                                .append("few", i % 3)
                                .append("text", i + "x".repeat(1000)))
                        .toList());
        database.getCollection("c").createIndex(new Document("indexed", 1));
    }

    @AfterAll
    static void close() {
        client.close();
        mongo.close();
    }

    private static Document run(String command) {
        return database.runCommand(Document.parse(command));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            find: 'c', sort: {n: 1}                                                                           | 292
            find: 'c', sort: {n: 1}, limit: 50                                                                | 292
            aggregate: 'c', cursor: {}, pipeline: [{$sort: {n: 1}}]                                           | 292
            aggregate: 'c', cursor: {}, pipeline: [{$set: {m: 1}}, {$sort: {n: 1}}]                           | 292
            aggregate: 'c', cursor: {}, pipeline: [{$group: {_id: '$text'}}]                                  | 292
            aggregate: 'c', cursor: {}, pipeline: [{$group: {_id: '$few', all: {$push: '$text'}}}]            | 292
            aggregate: 'c', cursor: {}, pipeline: [{$group: {_id: null, all: {$addToSet: '$text'}}}]          | 292
            aggregate: 'c', cursor: {}, pipeline: [{$group: {_id: '$_id', one: {$first: '$text'}}}]           | 292
            aggregate: 'c', cursor: {}, pipeline: [{$group: {_id: 1, m: {$maxN: {n: 99, input: '$text'}}}}]   | 292
            aggregate: 'c', cursor: {}, pipeline: [{$facet: {a: [{$limit: 1}]}}]                              | 292
            aggregate: 'c', cursor: {}, pipeline: [{$sample: {size: 90}}]                                     | 292
            aggregate: 'c', cursor: {}, pipeline: [{$out: 'd'}]                                               | 292
            aggregate: 'c', cursor: {}, pipeline: [{$merge: 'd'}]                                             | 292
            aggregate: 'c', cursor: {}, pipeline: [{$lookup: {from: 'c', as: 'l', pipeline: []}}]             | 4568
            aggregate: 'c', cursor: {}, pipeline: [{$graphLookup: {from: 'c', as: 'l', startWith: 0, connectFromField: 'few', connectToField: 'few'}}] | 40099
            """)
    void more_is_refused(String command, int code) {
        var refusal = catchThrowableOfType(MongoCommandException.class, () -> run("{" + command + "}"));

        assertThat(refusal).as(command).isNotNull();
        assertThat(refusal.getCode()).as(refusal.getErrorMessage()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            find: 'c', sort: {n: 1}, skip: 5, limit: 10                                                       | 10
            find: 'c', sort: {indexed: 1}                                                                     | 100
            aggregate: 'c', cursor: {}, pipeline: [{$sort: {n: 1}}, {$skip: 2}, {$limit: 10}]                 | 10
            aggregate: 'c', cursor: {}, pipeline: [{$set: {m: 1}}, {$sort: {n: 1}}, {$skip: 2}, {$limit: 10}] | 10
            aggregate: 'c', cursor: {}, pipeline: [{$project: {n: 1}}, {$sort: {n: 1}}]                       | 100
            aggregate: 'c', cursor: {}, pipeline: [{$group: {_id: '$few', one: {$max: '$text'}}}]             | 3
            aggregate: 'c', cursor: {}, pipeline: [{$group: {_id: 1, m: {$maxN: {n: 5, input: '$text'}}}}]    | 1
            aggregate: 'c', cursor: {}, pipeline: [{$group: {_id: 1, m: {$topN: {n: 5, sortBy: {n: 1}, output: '$n'}}}}] | 1
            aggregate: 'c', cursor: {}, pipeline: [{$sample: {size: 5}}]                                      | 5
            aggregate: 'c', cursor: {}, pipeline: [{$unionWith: 'c'}, {$count: 'n'}]                          | 1
            aggregate: 'c', cursor: {}, pipeline: [{$lookup: {from: 'c', as: 'l', localField: '_id', foreignField: '_id'}}] | 100
            """)
    void what_needs_less_is_answered(String command, int documents) {
        var answer = run("{" + command + "}");

        assertThat(answer.get("cursor", Document.class).getList("firstBatch", Document.class))
                .hasSize(documents);
    }

    @Test
    void the_first_of_a_sort_are_the_same_with_and_without_a_limit() {
        var pipeline = List.of(
                Document.parse("{$project: {few: 1, n: 1}}"),
                Document.parse("{$sort: {few: -1, n: 1}}"),
                Document.parse("{$skip: 30}"),
                Document.parse("{$limit: 7}"));
        var all = database.getCollection("c").aggregate(pipeline.subList(0, 2)).into(new java.util.ArrayList<>());

        assertThat(database.getCollection("c").aggregate(pipeline)).containsExactlyElementsOf(all.subList(30, 37));
    }
}
