package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands that create and drop indexes. Nobody sees an index before it is complete. */
final class Indexing {

    private static final Logger log = LoggerFactory.getLogger(Indexing.class);

    private final Database database;
    private final String collection;
    private final String namespace;

    Indexing(Database database, String collection) {
        this.database = database;
        this.collection = collection;
        this.namespace = database.namespace(collection);
    }

    private Catalogue catalogue() {
        return database.reader().catalogue();
    }

    private Catalogue.@Nullable Described described() {
        return catalogue().collection(namespace);
    }

    Document create(Document command) {
        boolean isNew = described() == null;
        var documents = database.documentsForWriting(collection);
        int before = described().indexes().size() + 1;
        for (Object description : (Collection<?>) command.get("indexes")) {
            create((Document) description, documents);
        }
        return Answers.ok("numIndexesBefore", before)
                .append("numIndexesAfter", described().indexes().size() + 1)
                .append("createdCollectionAutomatically", isNew);
    }

    private void create(Document description, Documents documents) {
        var wanted = index(description);
        if (wanted.keyPattern().keySet().equals(Set.of("_id")) || exists(wanted)) {
            return;
        }
        database.transaction().catalogue(catalogue().withNextNumber());
        var index = withNumber(wanted, catalogue().lastNumber());
        try {
            boolean multikey = documents.fill(index);
            database.transaction().spillAll();
            database.transaction().catalogue(catalogue().withIndex(namespace, multikey ? index.asMultikey() : index));
        } catch (RuntimeException failure) {
            database.transaction().dropNow(index.prefix());
            database.transaction().dropAfterCommit(index.prefix());
            throw failure;
        }
    }

    private OrderedIndex index(Document description) {
        var key = (Document) description.get("key");
        for (Object kind : key.values()) {
            if (!(kind instanceof Number)) {
                throw new MongoServerError(67, "CannotCreateIndex", "this server knows no index of the kind " + kind);
            }
        }
        if (Boolean.TRUE.equals(description.get("sparse")) && description.containsKey("partialFilterExpression")) {
            throw new MongoServerError(
                    67, "CannotCreateIndex", "cannot mix \"partialFilterExpression\" and \"sparse\"");
        }
        Reads.refuseCollation(description);
        if (description.containsKey("expireAfterSeconds")) {
            log.warn(
                    "{}: this server keeps documents until they are deleted; expireAfterSeconds is ignored", namespace);
        }
        return new OrderedIndex(
                described().number(),
                0,
                (String) description.get("name"),
                OrderedIndex.fieldsOf(key),
                Boolean.TRUE.equals(description.get("unique")),
                Boolean.TRUE.equals(description.get("sparse")),
                false,
                (Document) description.get("partialFilterExpression"));
    }

    private static OrderedIndex withNumber(OrderedIndex index, int number) {
        return new OrderedIndex(
                index.collection(),
                number,
                index.name(),
                index.fields(),
                index.unique(),
                index.sparse(),
                false,
                index.partial());
    }

    private boolean exists(OrderedIndex wanted) {
        for (OrderedIndex index : described().indexes()) {
            boolean sameKey = index.fields().equals(wanted.fields());
            boolean sameName = index.name().equals(wanted.name());
            boolean sameOptions = index.unique() == wanted.unique()
                    && index.sparse() == wanted.sparse()
                    && Objects.equals(index.partial(), wanted.partial());
            if (sameName && sameKey && sameOptions) {
                return true;
            } else if (sameName) {
                throw new MongoServerError(
                        86,
                        "IndexKeySpecsConflict",
                        "An index with the name " + wanted.name() + " exists with another specification.");
            } else if (sameKey && Objects.equals(index.partial(), wanted.partial())) {
                throw new MongoServerError(
                        85, "IndexOptionsConflict", "The index exists already with the name " + index.name() + ".");
            }
        }
        return false;
    }

    Document drop(Document command) {
        if (described() == null) {
            throw new MongoServerError(26, "NamespaceNotFound", "ns not found " + namespace);
        }
        int before = described().indexes().size() + 1;
        named(command.get("index")).forEach(this::drop);
        return Answers.ok("nIndexesWas", before);
    }

    private List<OrderedIndex> named(Object which) {
        var all = described().indexes();
        if (which.equals("*")) {
            return all;
        } else if (which instanceof Collection<?> several) {
            return several.stream().flatMap(each -> named(each).stream()).toList();
        }
        if (which.equals("_id_") || which.equals(new Document("_id", 1))) {
            throw new MongoServerError(72, "InvalidOptions", "cannot drop _id index");
        }
        var found = all.stream()
                .filter(index -> which instanceof Document pattern
                        ? index.fields().equals(OrderedIndex.fieldsOf(pattern))
                        : index.name().equals(which))
                .toList();
        if (found.isEmpty()) {
            throw new IndexNotFoundException("index not found with name [" + which + "]");
        }
        return found;
    }

    private void drop(OrderedIndex index) {
        database.transaction().catalogue(catalogue().withoutIndex(namespace, index));
        database.transaction().dropAfterCommit(index.prefix());
    }
}
