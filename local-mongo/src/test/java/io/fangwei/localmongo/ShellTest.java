package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What mongosh asks when it starts and when somebody types, written out as the commands that it sends. */
class ShellTest extends Served {

    private final MongoDatabase admin = CLIENT.getDatabase("admin");
    private final String name = documents.getNamespace().getCollectionName();

    private static Document run(MongoDatabase database, String command) {
        return database.runCommand(Document.parse(command));
    }

    @Test
    void it_starts() {
        var hello = run(admin, "{hello: 1, helloOk: true, client: {application: {name: 'mongosh'}}}");
        assertThat(hello)
                .containsEntry("isWritablePrimary", true)
                .containsEntry("maxWireVersion", 17)
                .containsEntry("maxWriteBatchSize", 100000)
                .containsEntry("logicalSessionTimeoutMinutes", 30)
                .doesNotContainKeys("topologyVersion", "setName", "msg");
        assertThat(run(admin, "{buildInfo: 1}"))
                .containsEntry("version", "6.0.0")
                .containsKey("versionArray");
        assertThat(run(admin, "{connectionStatus: 1}").get("authInfo", Document.class))
                .containsEntry("authenticatedUsers", List.of());
        assertThat(run(admin, "{hostInfo: 1}")).containsKeys("system", "os", "extra");
        assertThat(run(admin, "{getParameter: 1, featureCompatibilityVersion: 1}")
                        .get("featureCompatibilityVersion", Document.class))
                .containsEntry("version", "6.0");
        assertThat(run(admin, "{getCmdLineOpts: 1}")).containsKeys("argv", "parsed");
        assertThat(run(admin, "{getLog: 'startupWarnings'}")).containsEntry("totalLinesWritten", 0);
        assertThat(run(admin, "{ping: 1}")).containsEntry("ok", 1.0);
        assertThat(run(admin, "{whatsmyuri: 1}").getString("you")).startsWith("127.0.0.1:");
        assertThat(run(admin, "{serverStatus: 1}")).containsKeys("version", "uptime", "metrics");
        assertThat(run(admin, "{endSessions: []}")).containsEntry("ok", 1.0);
        assertThat(codeOf(admin, "{replSetGetStatus: 1}")).isEqualTo(76);
        assertThat(codeOf(admin, "{atlasVersion: 1}")).isEqualTo(59);
        assertThat(codeOf(admin, "{getParameter: 1, frobnicate: 1}")).isEqualTo(72);
    }

    private static int codeOf(MongoDatabase database, String command) {
        return catchThrowableOfType(MongoCommandException.class, () -> run(database, command))
                .getCode();
    }

    @Test
    void show_dbs_and_show_collections() {
        documents.insertOne(doc("_id", 1));

        var databases = run(admin, "{listDatabases: 1, nameOnly: true, filter: {name: 'tests'}}");
        var names = run(database, "{listCollections: 1, filter: {name: '" + name + "'}, cursor: {}, nameOnly: true}");
        var described = run(database, "{listCollections: 1, filter: {name: '" + name + "'}, cursor: {}}");

        assertThat(databases.getList("databases", Document.class)).containsExactly(doc("name", "tests"));
        assertThat(batch(names)).containsExactly(new Document("name", name).append("type", "collection"));
        assertThat(batch(described).get(0)).containsKeys("name", "type", "options", "info", "idIndex");
        assertThat(batch(run(database, "{listIndexes: '" + name + "', cursor: {}}")))
                .containsExactly(Document.parse("{v: 2, key: {_id: 1}, name: '_id_'}"));
    }

    private static List<Document> batch(Document answer) {
        return answer.get("cursor", Document.class).getList("firstBatch", Document.class);
    }

    @Test
    void it_reads_twenty_at_a_time() {
        documents.insertMany(IntStream.range(0, 45).mapToObj(i -> doc("_id", i)).toList());

        var first = run(database, "{find: '" + name + "', filter: {}, batchSize: 20, sort: {_id: 1}}");
        long id = first.getEmbedded(List.of("cursor", "id"), Long.class);
        var other = catchThrowableOfType(
                MongoCommandException.class,
                () -> database.runCommand(new Document("getMore", id).append("collection", "another")));
        assertThat(other.getCode()).isEqualTo(13);
        var next = database.runCommand(
                new Document("getMore", id).append("collection", name).append("batchSize", 20));
        var last = database.runCommand(
                new Document("getMore", id).append("collection", name).append("batchSize", 20));

        assertThat(batch(first)).hasSize(20);
        assertThat(next.get("cursor", Document.class).getList("nextBatch", Document.class))
                .hasSize(20);
        assertThat(last.get("cursor", Document.class).getList("nextBatch", Document.class))
                .hasSize(5);
        assertThat(last.getEmbedded(List.of("cursor", "id"), Long.class)).isZero();
        var killed = run(database, "{killCursors: '" + name + "', cursors: [{$numberLong: '" + id + "'}]}");
        assertThat(killed.getList("cursorsNotFound", Long.class)).containsExactly(id);
    }

    @Test
    void a_first_batch_may_be_empty() {
        documents.insertMany(List.of(doc("_id", 1), doc("_id", 2)));

        var first = run(database, "{find: '" + name + "', batchSize: 0}");
        long id = first.getEmbedded(List.of("cursor", "id"), Long.class);

        assertThat(batch(first)).isEmpty();
        assertThat(id).isNotZero();
        assertThat(database.runCommand(new Document("getMore", id).append("collection", name))
                        .get("cursor", Document.class)
                        .getList("nextBatch", Document.class))
                .hasSize(2);
    }

    @Test
    void the_numbers_of_a_collection_and_a_database() {
        documents.insertMany(List.of(doc("_id", 1), doc("_id", 2)));
        documents.createIndex(doc("a", 1));

        assertThat(run(database, "{collStats: '" + name + "'}"))
                .containsEntry("count", 2)
                .containsEntry("nindexes", 2)
                .containsEntry("capped", false);
        var stage = batch(
                run(database, "{aggregate: '" + name + "', pipeline: [{$collStats: {storageStats: {}}}], cursor: {}}"));
        assertThat(stage.get(0).get("storageStats", Document.class)).containsEntry("count", 2);
        assertThat(run(database, "{dbStats: 1}")).containsEntry("db", "tests").containsKey("objects");
    }

    @Test
    void explain_in_its_three_verbosities() {
        documents.insertMany(IntStream.range(0, 10).mapToObj(i -> doc("n", i)).toList());
        documents.createIndex(doc("n", 1));
        var find = "explain: {find: '" + name + "', filter: {n: {$gte: 7}}}";

        assertThat(run(database, "{" + find + ", verbosity: 'queryPlanner'}"))
                .containsKeys("explainVersion", "queryPlanner", "command", "serverInfo")
                .doesNotContainKey("executionStats");
        assertThat(run(database, "{" + find + ", verbosity: 'executionStats'}").get("executionStats", Document.class))
                .containsEntry("nReturned", 3)
                .containsEntry("totalKeysExamined", 3)
                .containsEntry("totalDocsExamined", 3);
        assertThat(run(database, "{aggregate: '" + name + "', pipeline: [{$match: {n: 1}}], explain: true}"))
                .containsKey("queryPlanner");
    }

    /** 0 is an answer; the rest are MongoDB's codes for what it would not do either, or this server does not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {listDatabases: 1, nameOnly: true, authorizedDatabases: true}                             | 0
            {listCollections: 1, nameOnly: true, authorizedCollections: true, filter: {}, cursor: {}} | 0
            {connectionStatus: 1, showPrivileges: true}                                               | 0
            {count: 'c', query: {}}                                                                   | 0
            {collStats: 'c', scale: 1024}                                                             | 0
            {dbStats: 1, scale: 1024}                                                                 | 0
            {getLog: '*'}                                                                             | 0
            {getLog: 'none'}                                                                          | 96
            {getParameter: '*'}                                                                       | 0
            {fsync: 1}                                                                                | 0
            {fsync: 1, lock: true}                                                                    | 238
            {aggregate: 1, pipeline: [{$currentOp: {}}], cursor: {}}                                  | 238
            {aggregate: 'c', pipeline: [{$listSessions: {}}], cursor: {}}                             | 238
            {aggregate: 'c', pipeline: [{$match: {}}, {$listSessions: {}}], cursor: {}}               | 40602
            {currentOp: 1}                                                                            | 59
            {killOp: 1, op: 5}                                                                        | 59
            {killCursors: 'c', cursors: []}                                                           | 0
            {killCursors: 'c', cursors: ['x']}                                                        | 14
            {killCursors: 'c'}                                                                        | 40414
            {getMore: 'x', collection: 'c'}                                                           | 14
            {explain: {find: 'c'}, verbosity: 'allPlansExecution'}                                    | 0
            {explain: {count: 'c'}, verbosity: 'queryPlanner'}                                        | 0
            {explain: {distinct: 'c', key: 'a'}, verbosity: 'executionStats'}                         | 0
            {explain: {delete: 'c', deletes: [{q: {}, limit: 0}]}, verbosity: 'queryPlanner'}         | 0
            {explain: {delete: 'c', deletes: []}, verbosity: 'queryPlanner'}                          | 16
            {aggregate: 'c', pipeline: [{$match: {a: 1}}, {$group: {_id: '$a'}}], explain: true}      | 0
            """)
    void what_somebody_types_is_answered_or_refused(String command, int code) {
        var refusal = catchThrowableOfType(MongoCommandException.class, () -> run(admin, command));

        assertThat(refusal == null ? 0 : refusal.getCode()).isEqualTo(code);
    }
}
