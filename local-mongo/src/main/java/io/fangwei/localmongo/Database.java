package io.fangwei.localmongo;

import de.bwaldvogel.mongo.exception.InvalidNamespaceError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.NamespaceExistsException;
import io.fangwei.localmongo.values.Refusals;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One database as one command sees it. */
final class Database {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_OF_DATABASE = 64;
    private static final String NOT_IN_DATABASES = "/\\. \"$\0";

    private final String name;
    private final Reader reader;

    Database(String name, Reader reader) {
        this.name = name;
        this.reader = reader;
    }

    /** The name of a database as a client has given it. */
    static String checked(@Nullable String name) {
        if (name == null) {
            throw Refusals.location(40571, "OP_MSG requests require a $db argument");
        }
        boolean isFit = !name.isEmpty()
                && name.length() < LONGEST_OF_DATABASE
                && name.chars().noneMatch(character -> NOT_IN_DATABASES.indexOf(character) >= 0);
        if (!isFit) {
            throw new MongoServerError(73, "InvalidNamespace", "Invalid database name: '" + name + "'");
        }
        return name;
    }

    Reader reader() {
        return reader;
    }

    Transaction transaction() {
        return (Transaction) reader;
    }

    String name() {
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
        return described == null ? null : new Documents(namespace(collection), reader, described.number());
    }

    Documents documentsForWriting(String collection) {
        var existing = documents(collection);
        return existing != null ? existing : create(collection);
    }

    Documents create(String collection) {
        refuseUnfit(namespace(collection));
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

    private static void refuseUnfit(String namespace) {
        int dot = namespace.indexOf('.');
        var collection = namespace.substring(dot + 1);
        if (dot < 0
                || collection.isEmpty()
                || collection.contains("$")
                || collection.indexOf('\0') >= 0
                || collection.startsWith("system.")
                || collection.startsWith(".")
                || namespace.length() > LONGEST_NAME) {
            throw new InvalidNamespaceError(namespace);
        }
        checked(namespace.substring(0, dot));
    }

    void rename(String from, String to, boolean dropTarget) {
        var catalogue = reader.catalogue();
        if (catalogue.collection(from) == null) {
            throw new MongoServerError(26, "NamespaceNotFound", "Source collection " + from + " does not exist");
        }
        refuseUnfit(to);
        if (catalogue.collection(to) != null && !dropTarget) {
            throw new NamespaceExistsException("target namespace exists");
        }
        int dot = to.indexOf('.');
        sibling(to.substring(0, dot)).drop(to.substring(dot + 1));
        transaction().catalogue(reader.catalogue().renamed(from, to));
    }
}
