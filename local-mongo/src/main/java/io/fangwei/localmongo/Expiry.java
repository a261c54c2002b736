package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Deletes the documents whose date lies longer ago than an index lets them live. */
final class Expiry {

    private static final int CHUNK = 500;

    private final Store store;
    private final Clock clock;

    Expiry(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void sweep() {
        for (String namespace : withExpiry()) {
            int deleted = CHUNK;
            while (deleted == CHUNK) {
                deleted = store.free(TimeLimit.NONE, transaction -> deleteSome(transaction, namespace));
            }
        }
    }

    private List<String> withExpiry() {
        try (var reading = store.reading()) {
            return reading.catalogue().collections().entrySet().stream()
                    .filter(each -> each.getValue().indexes().stream().anyMatch(Expiry::expires))
                    .map(each -> each.getKey())
                    .toList();
        }
    }

    private static boolean expires(OrderedIndex index) {
        return index.expireAfterSeconds() != null;
    }

    private int deleteSome(Transaction transaction, String namespace) {
        int dot = namespace.indexOf('.');
        var database = new Database(namespace.substring(0, dot), transaction);
        var documents = database.documents(namespace.substring(dot + 1));
        if (documents == null) {
            return 0;
        }
        var expired = new ArrayList<Document>();
        transaction.catalogue().collections().get(namespace).indexes().stream()
                .filter(Expiry::expires)
                .forEach(index -> documents
                        .find(new Query(expired(index), null, 0, CHUNK, null))
                        .forEachRemaining(row -> expired.add(row.document())));
        var distinct = expired.stream().distinct().limit(CHUNK).toList();
        distinct.forEach(documents::removeDocument);
        return distinct.size();
    }

    private Document expired(OrderedIndex index) {
        var limit = clock.instant().minusSeconds(index.expireAfterSeconds());
        var past = new Document(index.fields().get(0).path(), new Document("$lte", limit));
        return index.partial() == null ? past : new Document("$and", List.of(index.partial(), past));
    }
}
