package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the indexes of a collection are to be: their descriptions are entered and taken out here. */
final class Indexing {

    private static final int MOST_INDEXES = 64;

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

    /** Enters the indexes that are not there yet, all of them or none; they are empty. */
    Document begin(Document command) {
        var descriptions = Arguments.documents(command, "indexes");
        if (descriptions.isEmpty()) {
            throw Refusals.badValue("Must specify at least one index to create");
        }
        var unchanged = catalogue();
        boolean isNew = described() == null;
        database.documentsForWriting(collection);
        int before = described().indexes().size() + 1;
        try {
            for (Document description : descriptions) {
                enter(description);
            }
        } catch (RuntimeException failure) {
            database.transaction().catalogue(unchanged);
            throw failure;
        }
        return Answers.ok("numIndexesBefore", before)
                .append("numIndexesAfter", described().maintained().size() + 1)
                .append("createdCollectionAutomatically", isNew);
    }

    private void enter(Document description) {
        var wanted = IndexDescription.read(description, described().number());
        if (!wanted.keyPattern().keySet().equals(Set.of("_id")) && !exists(wanted)) {
            if (described().maintained().size() + 1 >= MOST_INDEXES) {
                throw new MongoServerError(
                        67, "CannotCreateIndex", "add index fails, too many indexes for " + namespace);
            }
            database.transaction().catalogue(catalogue().withIndex(namespace, wanted));
        }
    }

    private boolean exists(OrderedIndex wanted) {
        for (OrderedIndex index : described().maintained()) {
            boolean sameKey = index.fields().equals(wanted.fields());
            boolean sameName = index.name().equals(wanted.name());
            boolean sameOptions = index.unique() == wanted.unique()
                    && index.sparse() == wanted.sparse()
                    && Objects.equals(index.partial(), wanted.partial())
                    && Objects.equals(index.expireAfterSeconds(), wanted.expireAfterSeconds());
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
        if (!command.containsKey("index")) {
            throw Refusals.location(40414, "BSON field 'dropIndexes.index' is missing but a required field");
        }
        named(command.get("index")).forEach(this::drop);
        return Answers.ok("nIndexesWas", before);
    }

    private List<OrderedIndex> named(@Nullable Object which) {
        if (!(which instanceof String || which instanceof Document || which instanceof Collection)) {
            throw Refusals.typeMismatch("BSON field 'dropIndexes.index' is the wrong type '" + Types.alias(which)
                    + "', expected types '[string, object, array]'");
        }
        var all = described().maintained();
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
                        ? pattern.values().stream().allMatch(Number.class::isInstance)
                                && index.fields().equals(OrderedIndex.fieldsOf(pattern))
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
