package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares a collection with its indexes and its count, entry by entry. */
final class Validation {

    private final Database database;

    Validation(Database database) {
        this.database = database;
    }

    Document validate(String collection) {
        var documents = database.documents(collection);
        if (documents == null) {
            throw new MongoServerError(
                    26, "NamespaceNotFound", "Collection '" + database.namespace(collection) + "' does not exist");
        }
        var described = database.reader().catalogue().collections().get(database.namespace(collection));
        var errors = new ArrayList<String>();
        long records = documents.rows().count();
        if (records != documents.count()) {
            errors.add(records + " documents, but counted " + documents.count());
        }
        var keysPerIndex = new Document("_id_", records);
        for (OrderedIndex index : described.indexes()) {
            keysPerIndex.put(index.name(), compare(documents, index, errors));
        }
        return Answers.ok("ns", database.namespace(collection))
                .append("nrecords", records)
                .append("nIndexes", described.indexes().size() + 1)
                .append("keysPerIndex", keysPerIndex)
                .append("valid", errors.isEmpty())
                .append("errors", errors);
    }

    /** Each document's entries are looked up, and none may be left over: nothing grows with the collection. */
    private long compare(Documents documents, OrderedIndex index, List<String> errors) {
        var reader = database.reader();
        var sound = new long[2];
        documents
                .rows()
                .forEach(row -> index.entriesOf(row.document()).keys().forEach(entry -> {
                    boolean found = Arrays.equals(reader.get(index.keyOf(entry, row.id())), row.id());
                    sound[found ? 0 : 1]++;
                }));
        long keys = 0;
        byte[] prefix = index.prefix();
        try (var walk = reader.walk(prefix, Keys.after(prefix), false)) {
            for (; walk.key() != null; walk.next()) {
                keys++;
            }
        }
        if (keys != sound[0]) {
            errors.add((keys - sound[0]) + " entries of " + index.name() + " belong to no document");
        }
        if (sound[1] > 0) {
            errors.add(sound[1] + " entries of " + index.name() + " are missing or lead to another document");
        }
        return keys;
    }
}
