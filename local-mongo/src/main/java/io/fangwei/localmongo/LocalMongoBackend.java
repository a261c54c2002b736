package io.fangwei.localmongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes MongoDB's commands from the wire layer: each looks at one durable state, or is one transaction. */
final class LocalMongoBackend extends AbstractMongoBackend {

    private static final Logger log = LoggerFactory.getLogger(LocalMongoBackend.class);

    private static final Set<String> OF_THE_SERVER = Set.of("whatsmyuri", "buildinfo", "ping", "serverstatus");
    private static final String ADMIN = "admin";

    private final Store store;
    private final Cursors cursors;
    private final IndexBuilds builds;
    private final Access access;

    LocalMongoBackend(Store store, Cursors cursors, IndexBuilds builds, Access access, Clock clock) {
        super(clock);
        this.access = access;
        this.store = store;
        this.cursors = cursors;
        this.builds = builds;
        store.onClose(cursors::closeAll);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        var command = message.getDocument();
        var name = command.keySet().iterator().next();
        try {
            return handleCommand(message.getChannel(), message.getDatabaseName(), name, command);
        } catch (MongoServerException refusal) {
            log.debug("{} refused: {}", name, refusal.getMessageWithoutErrorCode());
            return Answers.refusal(refusal);
        } catch (StoreException failure) {
            log.error("{} on {} failed", name, message.getDatabaseName(), failure);
            return Answers.refusal(new MongoServerError(
                    8, "UnknownError", "The data could not be read or written; the log of the server says why."));
        }
    }

    @Override
    public Document handleCommand(Channel channel, String databaseName, String name, Document command) {
        access.refuseStrangers(channel, name);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "saslstart" -> access.start(channel, command);
            case "saslcontinue" -> access.goOn(channel, command);
            case "logout" -> access.forget(channel);
            case "hello", "ismaster" -> hello(channel, databaseName, command);
            case "find" -> find(databaseName, command);
            case "aggregate" -> aggregate(databaseName, command);
            case "count" -> read(databaseName, database -> new Reads(database).count(command));
            case "distinct" -> read(databaseName, database -> new Reads(database).distinct(command));
            case "listcollections" -> read(databaseName, database -> new Reads(database).listCollections(command));
            case "listindexes" -> read(databaseName, database -> new Reads(database).listIndexes(command));
            case "listdatabases" -> read(databaseName, this::listDatabases);
            case "collstats" ->
                read(databaseName, database -> new Reads(database).collectionStatistics((String) command.get(name)));
            case "dbstats" -> read(databaseName, database -> new Reads(database).databaseStatistics());
            case "validate" ->
                read(databaseName, database -> new Validation(database).validate((String) command.get(name)));
            case "explain" ->
                read(databaseName, database -> new Explain(database).explain((Document) command.get(name)));
            case "serverstatus" -> serverStatus();
            case "getmore" -> cursors.more(command);
            case "killcursors" -> cursors.kill(command);
            default -> change(channel, databaseName, name, command);
        };
    }

    private Document change(Channel channel, String databaseName, String name, Document command) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "insert" -> write(databaseName, database -> new Writes(database).insert(command));
            case "update" -> write(databaseName, database -> new Writes(database).update(command));
            case "delete" -> write(databaseName, database -> new Writes(database).delete(command));
            case "findandmodify" -> write(databaseName, database -> new Writes(database).findAndModify(command));
            case "create" -> write(databaseName, database -> create(database, command));
            case "createindexes" -> builds.create(databaseName, (String) command.get(name), command);
            case "dropindexes" ->
                write(databaseName, database -> new Indexing(database, (String) command.get(name)).drop(command));
            case "drop" -> write(databaseName, database -> drop(database, (String) command.get(name)));
            case "dropdatabase" -> write(databaseName, LocalMongoBackend::dropDatabase);
            case "renamecollection" -> write(databaseName, database -> rename(database, command));
            default -> other(channel, databaseName, name, command);
        };
    }

    private Document other(Channel channel, String databaseName, String name, Document command) {
        if (databaseName.equals(ADMIN) || OF_THE_SERVER.contains(name.toLowerCase(Locale.ROOT))) {
            return super.handleCommand(channel, databaseName, name, command);
        }
        throw new NoSuchCommandException(name);
    }

    private Document read(String databaseName, Function<Database, Document> command) {
        try (var reading = store.reading()) {
            return command.apply(new Database(databaseName, reading));
        }
    }

    private Document write(String databaseName, Function<Database, Document> command) {
        return store.write(transaction -> command.apply(new Database(databaseName, transaction)));
    }

    private Document find(String databaseName, Document command) {
        return withCursor(databaseName, database -> {
            var namespace = database.namespace((String) command.get("find"));
            return cursors.first(
                    (Reading) database.reader(),
                    namespace,
                    new Reads(database).find(command),
                    Reads.batchSize(command.get("batchSize")),
                    Reads.isSingleBatch(command));
        });
    }

    private Document aggregate(String databaseName, Document command) {
        if (Reads.writes(command)) {
            return write(databaseName, database -> {
                new Reads(database).aggregate(command).forEachRemaining(row -> {});
                return Answers.firstAndOnly(database.namespace((String) command.get("aggregate")), List.of());
            });
        }
        return withCursor(databaseName, database -> {
            var rows = new Reads(database).aggregate(command);
            int batchSize =
                    Reads.batchSize(((Document) command.getOrDefault("cursor", new Document())).get("batchSize"));
            var namespace = database.namespace((String) command.get("aggregate"));
            return cursors.first((Reading) database.reader(), namespace, rows, batchSize, false);
        });
    }

    /** The state is read on if a cursor has kept it. */
    private Document withCursor(String databaseName, Function<Database, Document> command) {
        var reading = store.reading();
        try {
            return command.apply(new Database(databaseName, reading));
        } finally {
            if (!reading.isKept()) {
                reading.close();
            }
        }
    }

    private Document hello(Channel channel, String databaseName, Document command) {
        var answer = super.handleCommand(channel, databaseName, "ismaster", command)
                .append("isWritablePrimary", true)
                .append("helloOk", true)
                .append("readOnly", false);
        access.describe(command, answer);
        return answer;
    }

    private Document listDatabases(Database any) {
        var names = new TreeMap<String, Document>();
        any.reader().catalogue().collections().keySet().forEach(namespace -> {
            var name = namespace.substring(0, namespace.indexOf('.'));
            names.put(name, new Document("name", name).append("sizeOnDisk", 0L).append("empty", false));
        });
        return Answers.ok("databases", List.copyOf(names.values())).append("totalSize", 0L);
    }

    private static Document create(Database database, Document command) {
        for (String unknown : List.of("capped", "validator", "timeseries", "viewOn", "expireAfterSeconds")) {
            if (command.containsKey(unknown) && !Boolean.FALSE.equals(command.get(unknown))) {
                throw new MongoServerError(72, "InvalidOptions", "this server knows no collection with " + unknown);
            }
        }
        Reads.refuseCollation(command);
        database.createNew((String) command.get("create"));
        return Answers.ok();
    }

    private static Document drop(Database database, String collection) {
        if (!database.drop(collection)) {
            throw new MongoServerError(26, "NamespaceNotFound", "ns not found");
        }
        return Answers.ok("ns", database.namespace(collection));
    }

    private static Document dropDatabase(Database database) {
        database.dropAll();
        return Answers.ok("dropped", database.getDatabaseName());
    }

    private static Document rename(Database database, Document command) {
        database.rename(
                (String) command.get("renameCollection"),
                (String) command.get("to"),
                Boolean.TRUE.equals(command.get("dropTarget")));
        return Answers.ok();
    }

    /** In MongoDB's shape: what all commands have examined so far. */
    @Override
    public Document getServerStatus() {
        if (!access.isOpen()) {
            throw Access.unauthorized("serverStatus");
        }
        return serverStatus();
    }

    private Document serverStatus() {
        var status = super.getServerStatus();
        var total = store.examined();
        ((Document) status.get("metrics"))
                .append(
                        "queryExecutor",
                        new Document("scanned", total.keys.sum()).append("scannedObjects", total.documents.sum()))
                .append("cursor", new Document("open", new Document("total", (long) cursors.count())));
        return status;
    }

    @Override
    public void closeCursors(List<Long> ids) {
        ids.forEach(cursors::close);
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        throw new NoSuchCommandException("OP_QUERY");
    }

    @Override
    public MongoDatabase resolveDatabase(String databaseName) {
        throw new UnsupportedOperationException("a database is seen by one command");
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return resolveDatabase(databaseName);
    }

    @Override
    public void dropDatabase(String databaseName) {
        write(databaseName, LocalMongoBackend::dropDatabase);
    }

    @Override
    public void handleClose(Channel channel) {}

    @Override
    public void close() {
        cursors.closeAll();
    }
}
