package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.matching.Position;
import io.fangwei.localmongo.updates.Seed;
import io.fangwei.localmongo.updates.Update;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.ValueOrder;
import java.util.ArrayList;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Changes and deletes the documents that a query finds. */
final class Changes {

    /**
     * What an update has done.
     *
     * @param upserted the document that was inserted because none matched
     */
    record Outcome(int matched, int modified, @Nullable Document upserted) {}

    private static final int DUPLICATE = 11000;

    private final Database database;
    private final String collection;
    private int matched;
    private int modified;

    Changes(Database database, String collection) {
        this.database = database;
        this.collection = collection;
    }

    /** What has been changed before an error. */
    int modified() {
        return modified;
    }

    Outcome update(Query query, Update update, boolean multi, boolean upsert) {
        if (multi && update.isReplacement()) {
            throw Refusals.failedToParse("multi update is not supported for replacement-style update");
        }
        var documents = database.documents(collection);
        if (documents != null) {
            forEach(documents, query, multi, document -> update(documents, query, update, document));
        }
        var upserted = matched == 0 && upsert ? insert(query, update) : null;
        return new Outcome(matched, modified, upserted);
    }

    private interface Step {
        void with(Document document);
    }

    /** Finds all before the first is changed; then reads them one by one, so that only their ids are held in memory. */
    private static void forEach(Documents documents, Query query, boolean multi, Step step) {
        var found = documents.find(query);
        if (!multi) {
            if (found.hasNext()) {
                step.with(found.next().document());
            }
            return;
        }
        var ids = new ArrayList<byte[]>();
        found.forEachRemaining(row -> ids.add(row.id()));
        ids.forEach(id -> {
            var document = documents.document(id);
            if (document != null) {
                step.with(document);
            }
        });
    }

    private Document update(Documents documents, Query query, Update update, Document before) {
        matched++;
        var after = updated(query, update, before);
        if (!areSame(before, after)) {
            documents.change(before, after);
            modified++;
        }
        return after;
    }

    /** Fields in another order make another document. */
    private static boolean areSame(Document before, Document after) {
        return after.equals(before) && ValueOrder.SIMPLE.compare(before, after) == 0;
    }

    private static Document updated(Query query, Update update, Document before) {
        var position = new Position();
        query.matcher().matches(before, position);
        return update.apply(before, position, false);
    }

    private Document insert(Query query, Update update) {
        var seed = Seed.of(query.filter(), update.isReplacement());
        var inserted = update.apply(seed, new Position(), true);
        if (!inserted.containsKey("_id")) {
            inserted = withNewId(inserted);
        }
        database.documentsForWriting(collection).addDocument(inserted);
        return inserted;
    }

    private static Document withNewId(Document document) {
        var identified = new Document("_id", ObjectIds.next());
        identified.putAll(document);
        return identified;
    }

    int delete(Query query, boolean multi) {
        var documents = database.documents(collection);
        if (documents != null) {
            forEach(documents, query, multi, document -> {
                documents.removeDocument(document);
                modified++;
            });
        }
        return modified;
    }

    // ---- one document, found and changed

    Document findAndRemove(Query query) {
        var found = first(query);
        if (found != null) {
            database.documents(collection).removeDocument(found);
        }
        return answer(found == null ? null : projected(query, found), new Document("n", found == null ? 0 : 1));
    }

    Document findAndUpdate(Query query, Update update, boolean returnNew, boolean upsert) {
        var before = first(query);
        if (before == null) {
            return upsert ? findAndInsert(query, update, returnNew) : answer(null, last(0, false));
        }
        var after = inContext(() -> update(database.documents(collection), query, update, before));
        return answer(projected(query, returnNew ? after : before), last(1, true));
    }

    private Document findAndInsert(Query query, Update update, boolean returnNew) {
        var inserted = inContext(() -> insert(query, update));
        return answer(
                returnNew ? projected(query, inserted) : null, last(1, false).append("upserted", inserted.get("_id")));
    }

    private interface Command {
        Document run();
    }

    /** MongoDB says where the error came from, except of duplicates. */
    private static Document inContext(Command command) {
        try {
            return command.run();
        } catch (MongoServerError error) {
            if (error.getCode() == DUPLICATE) {
                throw error;
            }
            throw new MongoServerError(
                    error.getCode(),
                    error.getCodeName(),
                    "Plan executor error during findAndModify :: caused by :: " + error.getMessageWithoutErrorCode());
        }
    }

    private static Document last(int n, boolean updatedExisting) {
        return new Document("n", n).append("updatedExisting", updatedExisting);
    }

    private @Nullable Document first(Query query) {
        var documents = database.documents(collection);
        if (documents == null) {
            return null;
        }
        Iterator<Row> rows = documents.find(new Query(query.filter(), query.order(), 0, 1, null, query.terms()));
        return rows.hasNext() ? rows.next().document() : null;
    }

    private static Document projected(Query query, Document document) {
        if (query.projection() == null) {
            return document;
        }
        return new Projections(query.projection(), query.terms().scope(), query.matcher()).project(document);
    }

    private static Document answer(@Nullable Document value, Document lastError) {
        return Answers.ok("lastErrorObject", lastError).append("value", value);
    }
}
