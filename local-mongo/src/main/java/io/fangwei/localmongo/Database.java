package io.fangwei.localmongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.InvalidNamespaceError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.NamespaceExistsException;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import de.bwaldvogel.mongo.oplog.Oplog;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One database as one command sees it. */
final class Database implements MongoDatabase {

    private static final int LONGEST_NAME = 255;

    private final String name;
    private final Reader reader;

    Database(String name, Reader reader) {
        this.name = name;
        this.reader = reader;
    }

    Reader reader() {
        return reader;
    }

    Transaction transaction() {
        return (Transaction) reader;
    }

    @Override
    public String getDatabaseName() {
        return name;
    }

    String namespace(String collection) {
        return name + "." + collection;
    }

    Database sibling(String other) {
        return new Database(other, reader);
    }

    /** The collections of this database, by namespace. */
    SortedMap<String, Catalogue.Described> collections() {
        return reader.catalogue().collections().subMap(name + ".", name + "/");
    }

    @Nullable
    Documents documents(String collection) {
        var described = reader.catalogue().collection(namespace(collection));
        return described == null ? null : new Documents(this, collection, reader, described);
    }

    Documents documentsForWriting(String collection) {
        var existing = documents(collection);
        return existing != null ? existing : create(collection);
    }

    Documents create(String collection) {
        if (collection.isEmpty()
                || collection.contains("$")
                || collection.startsWith("system.")
                || namespace(collection).length() > LONGEST_NAME) {
            throw new InvalidNamespaceError(namespace(collection));
        }
        transaction().catalogue(reader.catalogue().withCollection(namespace(collection)));
        return documentsForWriting(collection);
    }

    Documents createNew(String collection) {
        if (reader.catalogue().collection(namespace(collection)) != null) {
            throw new NamespaceExistsException("Collection " + namespace(collection) + " already exists.");
        }
        return create(collection);
    }

    boolean drop(String collection) {
        var described = reader.catalogue().collection(namespace(collection));
        if (described == null) {
            return false;
        }
        transaction().catalogue(reader.catalogue().withoutCollection(namespace(collection)));
        transaction().dropAfterCommit(Keys.wholeCollection(described.number()));
        return true;
    }

    void dropAll() {
        for (Map.Entry<String, Catalogue.Described> each :
                Map.copyOf(collections()).entrySet()) {
            drop(each.getKey().substring(name.length() + 1));
        }
    }

    void rename(String from, String to, boolean dropTarget) {
        var catalogue = reader.catalogue();
        if (catalogue.collection(from) == null) {
            throw new MongoServerError(26, "NamespaceNotFound", "Source collection " + from + " does not exist");
        }
        if (catalogue.collection(to) != null && !dropTarget) {
            throw new NamespaceExistsException("target namespace exists");
        }
        int dot = to.indexOf('.');
        sibling(to.substring(0, dot)).drop(to.substring(dot + 1));
        transaction().catalogue(reader.catalogue().renamed(from, to));
    }

    // ---- what the stages of a pipeline need

    @Override
    public @Nullable MongoCollection<?> resolveCollection(String collection, boolean throwIfNotFound) {
        var documents = documents(collection);
        if (documents == null && throwIfNotFound) {
            throw new MongoServerError(26, "NamespaceNotFound", "ns does not exist: " + namespace(collection));
        }
        return documents;
    }

    @Override
    public MongoCollection<?> createCollectionOrThrowIfExists(String collection, CollectionOptions options) {
        return createNew(collection);
    }

    @Override
    public boolean isEmpty() {
        return collections().isEmpty();
    }

    @Override
    public void drop(Oplog oplog) {
        dropAll();
    }

    @Override
    public void dropCollection(String collection, Oplog oplog) {
        drop(collection);
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        rename(collection.getFullName(), namespace(newName), false);
    }

    @Override
    public void unregisterCollection(String collection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void handleClose(Channel channel) {}

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
        throw new NoSuchCommandException(command);
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        throw new NoSuchCommandException("OP_QUERY");
    }
}
