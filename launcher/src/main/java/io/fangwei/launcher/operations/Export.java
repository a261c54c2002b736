package io.fangwei.launcher.operations;

import static java.util.stream.Collectors.toSet;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import io.fangwei.kernel.store.StoreContext;
import io.fangwei.launcher.StartRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * Moves an installation to a MongoDB of its own: every database with its indexes, and then compares both sides, document by
 * document, by counts and hashes. The source must not change meanwhile, the target must not have these databases yet.
 */
public final class Export {

    private static final Set<String> NOT_OURS = Set.of("admin", "local", "config");
    private static final int MOST_DOCUMENTS = 1_000;
    private static final int MOST_BYTES = 8 << 20;

    private final MongoClient from;
    private final MongoClient to;
    private final Consumer<String> console;

    /** @param console hears what was compared */
    public Export(MongoClient from, MongoClient to, Consumer<String> console) {
        this.from = from;
        this.to = to;
        this.console = console;
    }

    public void run() {
        var databases = databases();
        try {
            databases.forEach(this::refuseUnlessEmpty);
            var differing = databases.stream().flatMap(this::move).toList();
            if (!differing.isEmpty()) {
                throw new StartRefused("两边不一致 · Both sides differ in " + String.join(", ", differing) + ".");
            }
        } catch (MongoException failed) {
            throw new StartRefused("目标数据库出错 · The target failed: " + failed.getMessage(), failed);
        }
    }

    private Set<String> databases() {
        var names = new TreeSet<String>();
        from.listDatabaseNames().forEach(names::add);
        names.removeAll(NOT_OURS);
        return names;
    }

    private void refuseUnlessEmpty(String database) {
        if (to.getDatabase(database).listCollectionNames().first() != null) {
            throw new StartRefused("目标已有数据库 · The target has a database %s already; drop it there first if it may go."
                    .formatted(database));
        }
    }

    /** Answers what differs afterwards. */
    private Stream<String> move(String database) {
        var here = from.getDatabase(database);
        var there = to.getDatabase(database).withWriteConcern(StoreContext.DURABLE);
        return StreamSupport.stream(here.listCollectionNames().spliterator(), false)
                .filter(name -> !name.startsWith("system."))
                .sorted()
                .filter(name -> !isMoved(here, there, name))
                .map(name -> database + "." + name);
    }

    private boolean isMoved(MongoDatabase here, MongoDatabase there, String name) {
        there.createCollection(name);
        copy(raw(here, name), raw(there, name));
        copyIndexes(here.getCollection(name), there);
        var given = fingerprint(raw(here, name));
        var taken = fingerprint(raw(there, name));
        var same = given.equals(taken) && indexes(here, name).equals(indexes(there, name));
        console.accept("%s  %-48s %,12d  %s"
                .formatted(same ? "  =" : " !!", here.getName() + "." + name, taken.documents(), taken.text()));
        return same;
    }

    private static MongoCollection<RawBsonDocument> raw(MongoDatabase database, String name) {
        return database.getCollection(name, RawBsonDocument.class);
    }

    private static void copy(MongoCollection<RawBsonDocument> from, MongoCollection<RawBsonDocument> to) {
        var bulk = new ArrayList<RawBsonDocument>();
        var bytes = 0;
        for (var document : from.find()) {
            bulk.add(document);
            bytes += document.getByteBuffer().remaining();
            if (bulk.size() == MOST_DOCUMENTS || bytes >= MOST_BYTES) {
                insert(to, bulk);
                bytes = 0;
            }
        }
        insert(to, bulk);
    }

    private static void insert(MongoCollection<RawBsonDocument> to, List<RawBsonDocument> bulk) {
        if (!bulk.isEmpty()) {
            to.insertMany(bulk, new InsertManyOptions().ordered(false));
            bulk.clear();
        }
    }

    private static void copyIndexes(MongoCollection<Document> from, MongoDatabase there) {
        var wanted = new ArrayList<Document>();
        for (var index : from.listIndexes()) {
            if (!index.getString("name").equals("_id_")) {
                wanted.add(described(index));
            }
        }
        if (!wanted.isEmpty()) {
            there.runCommand(new Document("createIndexes", from.getNamespace().getCollectionName())
                    .append("indexes", wanted)
                    .append("writeConcern", StoreContext.DURABLE.asDocument()));
        }
    }

    private static Set<Document> indexes(MongoDatabase database, String name) {
        return StreamSupport.stream(database.getCollection(name).listIndexes().spliterator(), false)
                .map(Export::described)
                .map(Export::comparable)
                .collect(toSet());
    }

    /** What an index is, without what a server notes about its own file format. */
    private static Document described(Document index) {
        var described = new Document(index);
        described.remove("v");
        described.remove("ns");
        return described;
    }

    /** Directions are the same whether they are kept as whole numbers or not. */
    private static Document comparable(Document index) {
        var keys = new Document();
        index.get("key", Document.class)
                .forEach((path, way) -> keys.append(path, way instanceof Number number ? number.intValue() : way));
        var comparable = new Document(index).append("key", keys);
        comparable.replaceAll((option, value) -> value instanceof Number number ? number.doubleValue() : value);
        return comparable;
    }

    private static Fingerprint fingerprint(MongoCollection<RawBsonDocument> collection) {
        var all = Fingerprint.EMPTY;
        for (var document : collection.find()) {
            all = all.with(document);
        }
        return all;
    }
}
