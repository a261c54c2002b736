package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.fangwei.localmongo.updates.Update;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The commands that change documents. An ordered one stops at its first error, an unordered one goes on. */
final class Writes {

    private static final int MOST_STATEMENTS = 100_000;

    private final Database database;
    private final Terms terms;
    private int n;
    private int modified;
    private int position;
    private final List<Document> upserted = new ArrayList<>();
    private final List<Document> errors = new ArrayList<>();

    Writes(Database database, Terms terms) {
        this.database = database;
        this.terms = terms;
    }

    Document insert(Document command) {
        var given = Arguments.documents(command, "documents");
        var documents = database.documentsForWriting(Arguments.collection(command));
        forEach(command, given, document -> {
            documents.addDocument(document);
            n++;
        });
        return answer();
    }

    Document update(Document command) {
        var collection = Arguments.collection(command);
        forEach(command, Arguments.documents(command, "updates"), update -> update(collection, update));
        return answer().append("nModified", modified);
    }

    Document delete(Document command) {
        var collection = Arguments.collection(command);
        forEach(command, Arguments.documents(command, "deletes"), delete -> {
            n += new Changes(database, collection).delete(deleted(delete), limit(delete) == 0);
        });
        return answer();
    }

    private void forEach(Document command, List<Document> statements, Consumer<Document> change) {
        if (statements.isEmpty() || statements.size() > MOST_STATEMENTS) {
            throw new MongoServerError(
                    16,
                    "InvalidLength",
                    "Write batch sizes must be between 1 and " + MOST_STATEMENTS + ". Got " + statements.size()
                            + " operations.");
        }
        boolean ordered = !command.containsKey("ordered") || Arguments.flag(command, "ordered");
        for (Document each : statements) {
            try {
                change.accept(each);
            } catch (MongoServerException refused) {
                if (Readers.endsCommand(refused)) {
                    throw refused;
                }
                errors.add(Answers.writeError(position, refused));
                if (ordered) {
                    return;
                }
            }
            position++;
        }
    }

    Query deleted(Document delete) {
        KnownFields.check("delete.deletes", delete);
        if (!delete.containsKey("limit")) {
            throw Refusals.location(40414, "BSON field 'delete.deletes.limit' is missing but a required field");
        }
        int limit = limit(delete);
        return new Query(Arguments.document(delete, "q"), null, 0, limit, null, terms.with(delete));
    }

    private static int limit(Document delete) {
        if (delete.get("limit") instanceof Number limit
                && (Numbers.compare(limit, 0) == 0 || Numbers.compare(limit, 1) == 0)) {
            return (int) Numbers.toLong(limit);
        }
        throw Refusals.failedToParse("The limit field in delete objects must be 0 or 1. Got " + delete.get("limit"));
    }

    Query updated(Document update) {
        KnownFields.check("update.updates", update);
        int limit = Arguments.flag(update, "multi") ? 0 : 1;
        return new Query(Arguments.document(update, "q"), null, 0, limit, null, variables(update));
    }

    /** In a statement the variables are called c. */
    private Terms variables(Document update) {
        var own = terms.with(update);
        return update.containsKey("c") ? own.with(new Document("let", update.get("c"))) : own;
    }

    private void update(String collection, Document statement) {
        var query = updated(statement);
        var update = Update.of(
                statement.get("u"), statement.get("arrayFilters"), query.terms().scope());
        var changes = new Changes(database, collection);
        try {
            var outcome = changes.update(
                    query, update, Arguments.flag(statement, "multi"), Arguments.flag(statement, "upsert"));
            n += outcome.matched();
            if (outcome.upserted() != null) {
                n++;
                upserted.add(new Document("index", position)
                        .append("_id", outcome.upserted().get("_id")));
            }
        } finally {
            modified += changes.modified();
        }
    }

    Query found(Document command) {
        return new Query(
                Arguments.document(command, "query"),
                Arguments.optionalDocument(command, "sort"),
                0,
                1,
                Arguments.optionalDocument(command, "fields"),
                terms);
    }

    Document findAndModify(Document command) {
        var collection = Arguments.collection(command);
        var changes = new Changes(database, collection);
        boolean removes = Arguments.flag(command, "remove");
        if (removes && (command.containsKey("update") || Arguments.flag(command, "upsert"))) {
            throw Refusals.failedToParse("Cannot specify both an update and remove=true");
        } else if (removes && Arguments.flag(command, "new")) {
            throw Refusals.failedToParse(
                    "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document");
        } else if (removes) {
            return changes.findAndRemove(found(command));
        } else if (!command.containsKey("update")) {
            throw Refusals.failedToParse("Either an update or remove=true must be specified");
        }
        var query = found(command);
        var update = Update.of(
                command.get("update"),
                command.get("arrayFilters"),
                query.terms().scope());
        return changes.findAndUpdate(query, update, Arguments.flag(command, "new"), Arguments.flag(command, "upsert"));
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
