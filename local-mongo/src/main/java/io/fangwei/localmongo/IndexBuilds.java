package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills new indexes chunk by chunk, so that others write in between. Those already keep the indexes up to date, but no
 * query uses one before it is complete. What a crash interrupts begins again at the next opening.
 */
final class IndexBuilds {

    private static final Logger log = LoggerFactory.getLogger(IndexBuilds.class);

    private final Store store;
    private final int chunk;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /** @param chunk how many documents are entered between two commits */
    IndexBuilds(Store store, int chunk) {
        this.store = store;
        this.chunk = chunk;
    }

    Document create(String database, String collection, Document command, TimeLimit limit) {
        limit.lock(oneAtATime);
        try {
            var begun = store.write(
                    limit, transaction -> begin(new Database(database, transaction), collection, command, limit));
            goOn(begun.indexes(), begun.last(), limit);
            return begun.answer();
        } finally {
            oneAtATime.unlock();
        }
    }

    /** @param last the _id of the last document that has been entered; empty if all have */
    private record Begun(Document answer, List<Integer> indexes, byte[] last) {}

    private Begun begin(Database database, String collection, Document command, TimeLimit limit) {
        var answer = new Indexing(database, collection).begin(command);
        var indexes = unfinished(database.reader().catalogue(), database.namespace(collection));
        return new Begun(answer, indexes, fill(database.transaction(), indexes, new byte[0], limit));
    }

    private static List<Integer> unfinished(Catalogue catalogue, String namespace) {
        return catalogue.collections().get(namespace).building().stream()
                .map(OrderedIndex::number)
                .toList();
    }

    /** Builds again what was not complete when the process ended. */
    void resume() {
        oneAtATime.lock();
        try {
            for (String namespace : withUnfinished()) {
                resume(namespace);
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private List<String> withUnfinished() {
        try (var reading = store.reading()) {
            return reading.catalogue().collections().entrySet().stream()
                    .filter(each -> !each.getValue().building().isEmpty())
                    .map(each -> each.getKey())
                    .toList();
        }
    }

    private void resume(String namespace) {
        log.info("The indexes of {} were not complete; they are built again.", namespace);
        try {
            List<Integer> indexes = store.write(transaction -> unfinished(transaction.catalogue(), namespace));
            goOn(
                    indexes,
                    store.write(transaction -> fill(transaction, indexes, new byte[0], TimeLimit.NONE)),
                    TimeLimit.NONE);
        } catch (MongoServerException refused) {
            log.warn("The indexes of {} are not built: {}", namespace, refused.getMessage());
        }
    }

    private void goOn(List<Integer> indexes, byte[] last, TimeLimit limit) {
        byte[] at = last;
        while (at.length > 0) {
            byte[] from = at;
            at = store.write(transaction -> fill(transaction, indexes, from, limit));
        }
    }

    /** If the documents do not allow one of the indexes, or the time is over, nothing of any remains. */
    private byte[] fill(Transaction transaction, List<Integer> numbers, byte[] after, TimeLimit limit) {
        if (numbers.isEmpty()) {
            return new byte[0];
        }
        try {
            var filled = collectionOf(transaction, numbers);
            byte[] last = filled.documents().fill(filled.indexes(), after, chunk, limit);
            if (last.length == 0) {
                transaction.catalogue(transaction.catalogue().withComplete(filled.namespace(), numbers));
            }
            return last;
        } catch (MongoServerException refused) {
            if (!Readers.isInterruption(refused)) {
                abandon(transaction, numbers);
            }
            throw refused;
        }
    }

    private record Filled(String namespace, Documents documents, List<OrderedIndex> indexes) {}

    /** The collection may have been renamed since, or dropped, or one of the indexes. */
    private static Filled collectionOf(Transaction transaction, List<Integer> numbers) {
        for (var each : transaction.catalogue().collections().entrySet()) {
            var indexes = each.getValue().building().stream()
                    .filter(index -> numbers.contains(index.number()))
                    .toList();
            if (indexes.size() == numbers.size()) {
                var namespace = each.getKey();
                int dot = namespace.indexOf('.');
                var database = new Database(namespace.substring(0, dot), transaction);
                return new Filled(namespace, database.documents(namespace.substring(dot + 1)), indexes);
            }
        }
        throw new MongoServerError(276, "IndexBuildAborted", "An index was dropped before it was complete.");
    }

    private static void abandon(Transaction transaction, List<Integer> numbers) {
        transaction
                .catalogue()
                .collections()
                .forEach((namespace, described) -> described.building().stream()
                        .filter(index -> numbers.contains(index.number()))
                        .forEach(index -> {
                            transaction.catalogue(transaction.catalogue().withoutIndex(namespace, index));
                            transaction.dropAfterCommit(index.prefix());
                        }));
    }
}
