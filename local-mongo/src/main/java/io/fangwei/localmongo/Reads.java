package io.fangwei.localmongo;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.FailedToParseException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The commands that only look: find, count, distinct, aggregate and the lists. */
final class Reads {

    private final Database database;

    Reads(Database database) {
        this.database = database;
    }

    static Query query(Document find) {
        refuseCollation(find);
        return new Query(
                (Document) find.getOrDefault("filter", new Document()),
                (Document) find.get("sort"),
                number(find, "skip"),
                Math.abs(number(find, "limit")),
                (Document) find.get("projection"));
    }

    static int number(Document command, String field) {
        return command.get(field) instanceof Number number ? number.intValue() : 0;
    }

    static void refuseCollation(Document command) {
        if (command.get("collation") instanceof Document collation && !"simple".equals(collation.get("locale"))) {
            throw new FailedToParseException("this server compares strings by their code points only: no collation");
        }
    }

    static boolean isSingleBatch(Document find) {
        return Boolean.TRUE.equals(find.get("singleBatch")) || number(find, "limit") < 0;
    }

    static int batchSize(@Nullable Object given) {
        return given instanceof Number number ? number.intValue() : Cursors.DEFAULT_BATCH;
    }

    Iterator<Row> find(Document command) {
        var documents = database.documents((String) command.get("find"));
        return documents == null ? Collections.emptyIterator() : documents.find(query(command));
    }

    Document count(Document command) {
        refuseCollation(command);
        var documents = database.documents((String) command.get("count"));
        int n = documents == null
                ? 0
                : documents.count((Document) command.get("query"), number(command, "skip"), number(command, "limit"));
        return Answers.ok("n", n);
    }

    Document distinct(Document command) {
        refuseCollation(command);
        var documents = database.documents((String) command.get("distinct"));
        return documents == null ? Answers.ok("values", List.of()) : documents.handleDistinct(command);
    }

    // ---- aggregate

    /** The leading $match and $sort of a pipeline are a query; the library's stages do the rest. */
    Iterator<Row> aggregate(Document command) {
        refuseCollation(command);
        if (!(command.get("aggregate") instanceof String collection)) {
            throw new MongoServerError(73, "InvalidNamespace", "only pipelines over a collection are known");
        }
        var pipeline = new LeadingQuery(Aggregation.parse(command.get("pipeline")));
        var documents = database.documents(collection);
        if (documents == null && pipeline.rest().isEmpty()) {
            return Collections.emptyIterator();
        }
        if (documents != null && pipeline.isCount()) {
            return pipeline.counted(documents.countMatches(pipeline.countedQuery()))
                    .iterator();
        }
        var rows = documents == null ? Collections.<Row>emptyIterator() : documents.find(pipeline.query());
        if (pipeline.rest().isEmpty()) {
            return rows;
        }
        var aggregation =
                Aggregation.fromPipeline(pipeline.rest(), database::sibling, database, documents, NoopOplog.get());
        aggregation.validate(new Document("cursor", new Document()));
        return aggregation
                .runStagesAsStream(stream(rows).map(Row::document))
                .map(Row::of)
                .iterator();
    }

    private static Stream<Row> stream(Iterator<Row> rows) {
        Iterable<Row> once = () -> rows;
        return StreamSupport.stream(once.spliterator(), false);
    }

    static boolean writes(Document aggregate) {
        return Aggregation.parse(aggregate.get("pipeline")).stream()
                .anyMatch(stage -> stage.containsKey("$out") || stage.containsKey("$merge"));
    }

    // ---- lists

    Document listCollections(Document command) {
        var filter = (Document) command.getOrDefault("filter", new Document());
        var matcher = new DefaultQueryMatcher();
        var found = database.collections().keySet().stream()
                .map(namespace -> namespace.substring(database.getDatabaseName().length() + 1))
                .map(Reads::describe)
                .filter(described -> matcher.matches(described, filter))
                .toList();
        return Answers.firstAndOnly(database.namespace("$cmd.listCollections"), found);
    }

    private static Document describe(String collection) {
        return new Document("name", collection)
                .append("type", "collection")
                .append("options", new Document())
                .append("info", new Document("readOnly", false))
                .append("idIndex", OrderedIndex.ofDocuments(0).describe());
    }

    Document listIndexes(Document command) {
        var namespace = database.namespace((String) command.get("listIndexes"));
        var described = database.reader().catalogue().collection(namespace);
        if (described == null) {
            throw new MongoServerError(26, "NamespaceNotFound", "ns does not exist: " + namespace);
        }
        var all = Stream.concat(Stream.of(OrderedIndex.ofDocuments(0)), described.indexes().stream());
        return Answers.firstAndOnly(namespace, all.map(OrderedIndex::describe).toList());
    }

    Document collectionStatistics(String collection) {
        var described = database.reader().catalogue().collection(database.namespace(collection));
        return Answers.ok("ns", database.namespace(collection))
                .append("count", described == null ? 0L : database.reader().count(described.number()))
                .append("size", 0L)
                .append("storageSize", 0L)
                .append("nindexes", described == null ? 0 : described.indexes().size() + 1);
    }

    Document databaseStatistics() {
        var collections = database.collections().values();
        return Answers.ok("db", database.getDatabaseName())
                .append("collections", collections.size())
                .append(
                        "objects",
                        collections.stream()
                                .mapToLong(each -> database.reader().count(each.number()))
                                .sum())
                .append(
                        "indexes",
                        collections.stream()
                                .mapToInt(each -> each.indexes().size() + 1)
                                .sum())
                .append("dataSize", 0.0)
                .append("storageSize", 0.0);
    }
}
