package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import io.fangwei.localmongo.matching.Filter;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The commands that only look: find, count, distinct and the lists. */
final class Reads {

    private final Database database;
    private final Terms terms;

    Reads(Database database, Terms terms) {
        this.database = database;
        this.terms = terms;
    }

    static Query query(Document find, Terms terms) {
        return new Query(
                Arguments.document(find, "filter"),
                Arguments.optionalDocument(find, "sort"),
                Arguments.count(find, "skip"),
                Arguments.count(find, "limit"),
                Arguments.optionalDocument(find, "projection"),
                terms);
    }

    Iterator<Row> find(Document command) {
        var query = query(command, terms);
        var documents = database.documents(Arguments.collection(command));
        return documents == null ? Collections.emptyIterator() : documents.find(query);
    }

    Document count(Document command) {
        var query = counted(command);
        var documents = database.documents(Arguments.collection(command));
        return Answers.ok("n", Answers.count(documents == null ? 0 : documents.countMatches(query)));
    }

    Query counted(Document command) {
        long limit = command.containsKey("limit") ? Math.abs(Arguments.number(command, "limit")) : 0;
        return new Query(
                Arguments.document(command, "query"),
                null,
                Arguments.count(command, "skip"),
                (int) Math.min(Integer.MAX_VALUE, limit),
                null,
                terms);
    }

    Document distinct(Document command) {
        var distinct = new Distinct(
                Arguments.text(command, "key"),
                new Query(Arguments.document(command, "query"), null, 0, 0, null, terms));
        var documents = database.documents(Arguments.collection(command));
        return Answers.ok("values", documents == null ? List.of() : distinct.of(documents));
    }

    // ---- lists

    Document listCollections(Document command) {
        var filter = Filter.of(Arguments.document(command, "filter"));
        boolean namesOnly = Arguments.flag(command, "nameOnly");
        var found = database.collections().keySet().stream()
                .map(namespace -> namespace.substring(database.name().length() + 1))
                .map(Reads::describe)
                .filter(filter::matches)
                .map(described -> namesOnly ? nameOf(described) : described)
                .toList();
        return Answers.firstAndOnly(database.namespace("$cmd.listCollections"), found);
    }

    private static Document nameOf(Document described) {
        return new Document("name", described.get("name")).append("type", described.get("type"));
    }

    private static Document describe(String collection) {
        return new Document("name", collection)
                .append("type", "collection")
                .append("options", new Document())
                .append("info", new Document("readOnly", false))
                .append("idIndex", OrderedIndex.ofDocuments(0).describe());
    }

    Document listIndexes(Document command) {
        var namespace = database.namespace(Arguments.collection(command));
        var described = database.reader().catalogue().collection(namespace);
        if (described == null) {
            throw Answers.namespaceNotFound("ns does not exist: " + namespace);
        }
        var all = Stream.concat(Stream.of(OrderedIndex.ofDocuments(0)), described.indexes().stream());
        return Answers.firstAndOnly(namespace, all.map(OrderedIndex::describe).toList());
    }

    Document collectionStatistics(String collection) {
        var described = database.reader().catalogue().collection(database.namespace(collection));
        return new Statistics(database.reader())
                .ofCollection(database.namespace(collection), described)
                .append("ok", 1.0);
    }

    Document databaseStatistics() {
        return new Statistics(database.reader())
                .ofDatabase(database.name(), database.collections().values())
                .append("ok", 1.0);
    }

    static @Nullable String collectionOf(Document command) {
        return command.get(command.keySet().iterator().next()) instanceof String name ? name : null;
    }
}
