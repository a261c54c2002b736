package io.fangwei.localmongo;

import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.FailedToParseException;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The commands that change documents. An ordered one stops at its first error, an unordered one goes on. */
final class Writes {

    private final Database database;
    private int n;
    private int modified;
    private int position;
    private final List<Document> upserted = new ArrayList<>();
    private final List<Document> errors = new ArrayList<>();

    Writes(Database database) {
        this.database = database;
    }

    Document insert(Document command) {
        var documents = database.documentsForWriting((String) command.get("insert"));
        forEach(command, "documents", (Document document) -> {
            documents.addDocument(document);
            n++;
        });
        return answer();
    }

    Document update(Document command) {
        var documents = database.documentsForWriting((String) command.get("update"));
        forEach(command, "updates", (Document update) -> update(documents, update));
        return answer().append("nModified", modified);
    }

    Document delete(Document command) {
        var documents = database.documents((String) command.get("delete"));
        forEach(command, "deletes", (Document delete) -> {
            Reads.refuseCollation(delete);
            if (documents != null) {
                n += documents.deleteDocuments(
                        (Document) delete.get("q"), Reads.number(delete, "limit"), NoopOplog.get());
            }
        });
        return answer();
    }

    Document findAndModify(Document command) {
        Reads.refuseCollation(command);
        if (command.containsKey("update")) {
            refusePipeline(command.get("update"));
        }
        var name = (String) command.getOrDefault("findAndModify", command.get("findandmodify"));
        return database.documentsForWriting(name).findAndModify(command);
    }

    private void forEach(Document command, String field, Consumer<Document> change) {
        boolean ordered = !Boolean.FALSE.equals(command.get("ordered"));
        for (Object each : (Collection<?>) command.get(field)) {
            try {
                change.accept((Document) each);
            } catch (MongoServerException refused) {
                errors.add(Answers.writeError(position, refused));
                if (ordered) {
                    return;
                }
            }
            position++;
        }
    }

    private void update(Documents documents, Document update) {
        Reads.refuseCollation(update);
        refusePipeline(update.get("u"));
        boolean multi = Boolean.TRUE.equals(update.get("multi"));
        boolean upsert = Boolean.TRUE.equals(update.get("upsert"));
        int before = documents.modified();
        try {
            var result = update.containsKey("arrayFilters")
                    ? updateElements(documents, update, multi, upsert)
                    : documents.updateDocuments(
                            (Document) update.get("q"),
                            (Document) update.get("u"),
                            ArrayFilters.empty(),
                            multi,
                            upsert,
                            NoopOplog.get());
            n += (int) result.get("n");
            if (result.containsKey("upserted")) {
                n++;
                upserted.add(new Document("index", position).append("_id", result.get("upserted")));
            }
        } finally {
            modified += documents.modified() - before;
        }
    }

    /** The library reads array filters only in findAndModify. */
    private static Document updateElements(Documents documents, Document update, boolean multi, boolean upsert) {
        var found = documents.find(new Query((Document) update.get("q"), null, 0, multi ? 0 : 1, null));
        var ids = new ArrayList<Object>();
        found.forEachRemaining(row -> ids.add(row.document().get("_id")));
        if (ids.isEmpty() && upsert) {
            throw new FailedToParseException("this server knows no upsert with arrayFilters");
        }
        for (Object id : ids) {
            documents.findAndModify(new Document("query", new Document("_id", id))
                    .append("update", update.get("u"))
                    .append("arrayFilters", update.get("arrayFilters")));
        }
        return new Document("n", ids.size());
    }

    private static void refusePipeline(Object update) {
        if (update instanceof Collection) {
            throw new FailedToParseException("this server knows no update by a pipeline");
        }
    }

    private Document answer() {
        var answer = Answers.ok("n", n);
        if (!upserted.isEmpty()) {
            answer.append("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            answer.append("writeErrors", errors);
        }
        return answer;
    }
}
