package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import io.fangwei.localmongo.matching.Filter;
import io.fangwei.localmongo.values.Refusals;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes MongoDB's commands from the wire layer: each looks at one durable state, or is one transaction. */
final class LocalMongoBackend {

    private static final Logger log = LoggerFactory.getLogger(LocalMongoBackend.class);
    private static final String ADMIN = "admin";

    private final Clock clock;
    private final Store store;
    private final Cursors cursors;
    private final IndexBuilds builds;
    private final Access access;
    private final ServerCommands server;

    LocalMongoBackend(Store store, Cursors cursors, IndexBuilds builds, Access access, Clock clock) {
        this.clock = clock;
        this.access = access;
        this.store = store;
        this.cursors = cursors;
        this.builds = builds;
        this.server = new ServerCommands(clock);
        store.onClose(cursors::closeAll);
    }

    /** Whatever goes wrong, the client gets an answer that it understands. */
    Document answer(Channel channel, @Nullable String databaseName, Document command) {
        var name = command.isEmpty() ? "" : command.keySet().iterator().next();
        try {
            return run(channel, databaseName, name, command);
        } catch (MongoServerException refusal) {
            log.debug("{} refused: {}", name, refusal.getMessageWithoutErrorCode());
            return Answers.refusal(refusal);
        } catch (StoreException failure) {
            log.error("{} on {} failed", name, databaseName, failure);
            return Answers.refusal(new MongoServerError(
                    8, "UnknownError", "The data could not be read or written; the log of the server says why."));
        } catch (OutOfMemoryError failure) {
            log.error("{} on {} needed more memory than there is", name, databaseName, failure);
            return Answers.refusal(new MongoServerError(
                    146, "ExceededMemoryLimit", "The server has not the memory for the command " + name + "."));
        } catch (RuntimeException | StackOverflowError failure) {
            log.error("{} failed", name, failure);
            return Answers.refusal(new MongoServerError(
                    1, "InternalError", "The server could not carry out the command " + name + "; its log says why."));
        }
    }

    /** A command with all that belongs to it. */
    private record Request(Channel channel, String databaseName, String name, Document command, TimeLimit limit) {}

    private Document run(Channel channel, @Nullable String given, String name, Document command) {
        var databaseName = Database.checked(given);
        access.refuseStrangers(channel, name);
        var lower = name.toLowerCase(Locale.ROOT);
        KnownFields.check(lower, command);
        KnownFields.checkConcerns(command);
        return run(new Request(channel, databaseName, lower, command, TimeLimit.of(command, clock)));
    }

    private Document run(Request request) {
        var command = request.command();
        return switch (request.name()) {
            case "find" -> find(request);
            case "aggregate" -> aggregate(request);
            case "count" -> read(request, database -> reads(database, command).count(command));
            case "distinct" ->
                read(request, database -> reads(database, command).distinct(command));
            case "explain" -> read(request, database -> explain(database, command));
            case "getmore" -> cursors.more(command);
            case "killcursors" -> cursors.kill(command);
            case "insert" ->
                write(request, database -> writes(database, command).insert(command));
            case "update" ->
                write(request, database -> writes(database, command).update(command));
            case "delete" -> free(request, database -> writes(database, command).delete(command));
            case "findandmodify" ->
                Arguments.flag(command, "remove")
                        ? free(request, database -> writes(database, command).findAndModify(command))
                        : write(request, database -> writes(database, command).findAndModify(command));
            default -> describe(request);
        };
    }

    private Reads reads(Database database, Document command) {
        return new Reads(database, Terms.of(command, clock.instant()));
    }

    private Writes writes(Database database, Document command) {
        return new Writes(database, Terms.of(command, clock.instant()));
    }

    /** What there is. */
    private Document describe(Request request) {
        var command = request.command();
        return switch (request.name()) {
            case "listcollections" ->
                read(request, database -> reads(database, command).listCollections(command));
            case "listindexes" ->
                read(request, database -> reads(database, command).listIndexes(command));
            case "listdatabases" -> read(request, database -> listDatabases(database, command));
            case "collstats" ->
                read(request, database -> reads(database, command).collectionStatistics(Arguments.collection(command)));
            case "dbstats" -> read(request, database -> reads(database, command).databaseStatistics());
            case "validate" ->
                read(request, database -> new Validation(database).validate(Arguments.collection(command)));
            default -> define(request);
        };
    }

    /** What there is to be. */
    private Document define(Request request) {
        var command = request.command();
        return switch (request.name()) {
            case "create" -> write(request, database -> new Definitions(database).create(command));
            case "createindexes" ->
                builds.create(request.databaseName(), Arguments.collection(command), command, request.limit());
            case "dropindexes", "deleteindexes" ->
                free(request, database -> new Indexing(database, Arguments.collection(command)).drop(command));
            case "drop" -> free(request, database -> new Definitions(database).drop(command));
            case "dropdatabase" -> free(request, database -> new Definitions(database).dropDatabase());
            case "renamecollection" -> {
                refuseUnlessAdmin(request);
                yield write(request, database -> new Definitions(database).rename(command));
            }
            default -> serve(request.channel(), request.name(), command);
        };
    }

    private Document serve(Channel channel, String name, Document command) {
        return switch (name) {
            case "hello", "ismaster" -> hello(name, command);
            case "ping", "endsessions", "refreshsessions", "killsessions", "startsession", "setfreemonitoring" ->
                Answers.ok();
            case "fsync" -> {
                if (Arguments.flag(command, "lock")) {
                    throw Refusals.notImplemented("this server knows no lock over all databases");
                }
                yield Answers.ok();
            }
            case "saslstart" -> access.start(channel, command);
            case "saslcontinue" -> access.goOn(channel, command);
            case "logout" -> access.forget(channel);
            case "buildinfo" -> server.buildInfo();
            case "hostinfo" -> server.hostInfo();
            case "connectionstatus" -> server.connectionStatus();
            case "whatsmyuri" -> server.whatsMyUri(channel);
            case "serverstatus" -> server.status(store.examined(), cursors.count());
            case "getlog" -> server.log(command.get("getLog"));
            case "getcmdlineopts" -> server.commandLine();
            case "getparameter" -> server.parameters(command);
            case "replsetgetstatus" -> ServerCommands.notReplicated();
            default ->
                throw new NoSuchCommandException(command.keySet().iterator().next());
        };
    }

    private static void refuseUnlessAdmin(Request request) {
        if (!request.databaseName().equals(ADMIN)) {
            throw new MongoServerError(
                    13, "Unauthorized", request.name() + " may only be run against the admin database.");
        }
    }

    private Document read(Request request, Function<Database, Document> command) {
        try (var reading = store.reading(request.limit())) {
            return command.apply(new Database(request.databaseName(), reading));
        }
    }

    private Document write(Request request, Function<Database, Document> command) {
        return store.write(
                request.limit(), transaction -> command.apply(new Database(request.databaseName(), transaction)));
    }

    private Document free(Request request, Function<Database, Document> command) {
        return store.free(
                request.limit(), transaction -> command.apply(new Database(request.databaseName(), transaction)));
    }

    private Document find(Request request) {
        var command = request.command();
        return withCursor(request, database -> {
            var namespace = database.namespace(Arguments.collection(command));
            return cursors.first(
                    (Reading) database.reader(),
                    namespace,
                    reads(database, command).find(command),
                    Cursors.firstBatch(command),
                    Arguments.flag(command, "singleBatch"));
        });
    }

    private Document aggregate(Request request) {
        var command = request.command();
        if (Arguments.flag(command, "explain")) {
            return read(request, database -> explain(database, new Document("explain", command)));
        }
        Cursors.checkOption(command);
        var namespace = request.databaseName() + "."
                + (command.get("aggregate") instanceof String collection ? collection : "$cmd.aggregate");
        if (Aggregations.writes(command)) {
            return write(request, database -> {
                aggregations(database, command).aggregate(command).forEachRemaining(row -> {});
                return Answers.firstAndOnly(namespace, List.of());
            });
        }
        return withCursor(request, database -> {
            var rows = aggregations(database, command).aggregate(command);
            int batchSize = Cursors.firstBatch(Arguments.document(command, "cursor"));
            return cursors.first((Reading) database.reader(), namespace, rows, batchSize, false);
        });
    }

    private Aggregations aggregations(Database database, Document command) {
        return new Aggregations(database, Terms.of(command, clock.instant()));
    }

    private Document explain(Database database, Document command) {
        var explained = Arguments.document(command, "explain");
        if (explained.isEmpty()) {
            throw new NoSuchCommandException("");
        }
        return new Explain(database, Terms.of(new Document(), clock.instant()))
                .explain(explained, command.get("verbosity"));
    }

    /** The state is read on if a cursor has kept it. */
    private Document withCursor(Request request, Function<Database, Document> command) {
        var reading = store.reading(request.limit());
        try {
            return command.apply(new Database(request.databaseName(), reading));
        } finally {
            if (!reading.isKept()) {
                reading.close();
            }
        }
    }

    private Document hello(String name, Document command) {
        var answer = server.hello(name.equals("ismaster"));
        access.describe(command, answer);
        return answer;
    }

    private static Document listDatabases(Database any, Document command) {
        var filter = Filter.of(Arguments.document(command, "filter"));
        boolean namesOnly = Arguments.flag(command, "nameOnly");
        var names = new TreeMap<String, Document>();
        any.reader().catalogue().collections().keySet().forEach(namespace -> {
            var name = namespace.substring(0, namespace.indexOf('.'));
            names.put(name, new Document("name", name).append("sizeOnDisk", 0L).append("empty", false));
        });
        var found = names.values().stream()
                .filter(filter::matches)
                .map(described -> namesOnly ? new Document("name", described.get("name")) : described)
                .toList();
        var answer = Answers.ok("databases", found);
        return namesOnly ? answer : answer.append("totalSize", 0L).append("totalSizeMb", 0L);
    }
}
