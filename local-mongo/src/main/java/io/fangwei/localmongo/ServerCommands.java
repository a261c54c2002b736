package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The commands about the server itself, as drivers and the shell ask them. */
final class ServerCommands {

    private static final int MOST_OF_A_DOCUMENT = 16 << 20;
    private static final int MOST_OF_A_MESSAGE = 48_000_000;
    private static final int MOST_STATEMENTS = 100_000;
    private static final int SESSION_MINUTES = 30;
    private static final Map<String, Object> PARAMETERS = Map.of(
            "authenticationMechanisms", List.of(), "featureCompatibilityVersion", new Document("version", "6.0"));

    private final Clock clock;
    private final Instant started;

    ServerCommands(Clock clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    Document hello(boolean legacy) {
        return new Document(legacy ? "ismaster" : "isWritablePrimary", true)
                .append("helloOk", true)
                .append("maxBsonObjectSize", MOST_OF_A_DOCUMENT)
                .append("maxMessageSizeBytes", MOST_OF_A_MESSAGE)
                .append("maxWriteBatchSize", MOST_STATEMENTS)
                .append("localTime", clock.instant())
                .append("logicalSessionTimeoutMinutes", SESSION_MINUTES)
                .append("connectionId", 1)
                .append("minWireVersion", 0)
                .append("maxWireVersion", LocalMongo.VERSION.getWireVersion())
                .append("readOnly", false)
                .append("ok", 1.0);
    }

    Document buildInfo() {
        var version = LocalMongo.VERSION.getVersionArray();
        return new Document("version", LocalMongo.VERSION.toVersionString())
                .append("gitVersion", "local-mongo")
                .append("modules", List.of())
                .append("allocator", "system")
                .append("javascriptEngine", "none")
                .append("sysInfo", "deprecated")
                .append("versionArray", List.of(version.get(0), version.get(1), version.get(2), 0))
                .append("bits", 64)
                .append("debug", false)
                .append("maxBsonObjectSize", MOST_OF_A_DOCUMENT)
                .append("storageEngines", List.of("rocksdb"))
                .append("ok", 1.0);
    }

    /** With what all commands have examined so far. */
    Document status(Examined.Total examined, int cursors) {
        var up = Duration.between(started, clock.instant());
        return new Document("host", "localhost")
                .append("version", LocalMongo.VERSION.toVersionString())
                .append("process", "local-mongo")
                .append("pid", ProcessHandle.current().pid())
                .append("uptime", (double) up.toSeconds())
                .append("uptimeMillis", up.toMillis())
                .append("localTime", clock.instant())
                .append(
                        "metrics",
                        new Document(
                                        "queryExecutor",
                                        new Document("scanned", examined.keys.sum())
                                                .append("scannedObjects", examined.documents.sum()))
                                .append("cursor", new Document("open", new Document("total", (long) cursors))))
                .append("storageEngine", new Document("name", "rocksdb").append("persistent", true))
                .append("ok", 1.0);
    }

    Document hostInfo() {
        var name = System.getProperty("os.name");
        var version = System.getProperty("os.version");
        return new Document(
                        "system",
                        new Document("currentTime", clock.instant())
                                .append("hostname", "localhost")
                                .append("cpuAddrSize", 64)
                                .append("memSizeMB", Runtime.getRuntime().maxMemory() >> 20)
                                .append("numCores", Runtime.getRuntime().availableProcessors())
                                .append("cpuArch", System.getProperty("os.arch")))
                .append("os", new Document("type", name).append("name", name).append("version", version))
                .append("extra", new Document())
                .append("ok", 1.0);
    }

    Document connectionStatus() {
        return Answers.ok(
                "authInfo", new Document("authenticatedUsers", List.of()).append("authenticatedUserRoles", List.of()));
    }

    Document whatsMyUri(Channel channel) {
        var from = (InetSocketAddress) channel.remoteAddress();
        return Answers.ok("you", from.getAddress().getHostAddress() + ":" + from.getPort());
    }

    Document commandLine() {
        return Answers.ok("argv", List.of()).append("parsed", new Document());
    }

    Document log(@Nullable Object wanted) {
        if ("*".equals(wanted)) {
            return Answers.ok("names", List.of("global", "startupWarnings"));
        } else if ("startupWarnings".equals(wanted) || "global".equals(wanted)) {
            return Answers.ok("totalLinesWritten", 0).append("log", List.of());
        }
        throw new MongoServerError(96, "OperationFailed", "No log named '" + wanted + "'");
    }

    /** One parameter, several, or all. */
    Document parameters(Document command) {
        boolean all = "*".equals(command.get("getParameter"))
                || command.get("getParameter") instanceof Document options
                        && Boolean.TRUE.equals(options.get("allParameters"));
        var answer = new Document();
        PARAMETERS.forEach((name, value) -> {
            if (all || command.containsKey(name)) {
                answer.put(name, value);
            }
        });
        if (answer.isEmpty()) {
            throw new MongoServerError(72, "InvalidOptions", "no option found to get");
        }
        return answer.append("ok", 1.0);
    }

    static Document notReplicated() {
        throw new MongoServerError(76, "NoReplicationEnabled", "not running with --replSet");
    }
}
