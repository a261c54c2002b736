package io.fangwei.launcher.broker;

import static java.util.Map.entry;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One real Kafka broker that is its own controller, on loopback, with its log in a folder.
 * What it has acknowledged survives a killed process, not a power cut (D12).
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(8);
    private static final String NODE = "1";

    /** After a kill, the next start waits this long before the broker may register anew. */
    private static final String SESSION_MS = "2000";

    private final KafkaRaftServer server;
    private final String bootstrap;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrap) {
        this.server = server;
        this.bootstrap = bootstrap;
    }

    /** Returns when the broker serves; call it on a thread of its own, never on the common pool. */
    public static EmbeddedKafka start(Path folder, int port, int controllerPort) throws Exception {
        var log = folder.resolve("log");
        format(log);
        var bootstrap = "127.0.0.1:" + port;
        var server = new KafkaRaftServer(
                new KafkaConfig(properties(log, bootstrap, "127.0.0.1:" + controllerPort), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException failed) {
            server.shutdown();
            throw failed;
        }
        return new EmbeddedKafka(server, bootstrap);
    }

    public String bootstrap() {
        return bootstrap;
    }

    private static void format(Path log) throws Exception {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(log);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setNodeId(Integer.parseInt(NODE))
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(log.toString())
                .addDirectory(log.toString())
                .setIgnoreFormatted(true)
                .setUnstableFeatureVersionsEnabled(false)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setFeatureLevel("kraft.version", (short) 0)
                .run();
    }

    private static Map<String, String> properties(Path log, String broker, String controller) {
        return Map.ofEntries(
                entry("process.roles", "broker,controller"),
                entry("node.id", NODE),
                entry("controller.quorum.voters", NODE + "@" + controller),
                entry("listeners", "PLAINTEXT://" + broker + ",CONTROLLER://" + controller),
                entry("advertised.listeners", "PLAINTEXT://" + broker),
                entry("controller.listener.names", "CONTROLLER"),
                entry("inter.broker.listener.name", "PLAINTEXT"),
                entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                entry("log.dirs", log.toString()),
                entry("auto.create.topics.enable", "false"),
                entry("num.partitions", "3"),
                entry("default.replication.factor", "1"),
                entry("min.insync.replicas", "1"),
                entry("offsets.topic.replication.factor", "1"),
                entry("offsets.topic.num.partitions", "3"),
                entry("transaction.state.log.replication.factor", "1"),
                entry("transaction.state.log.min.isr", "1"),
                entry("transaction.state.log.num.partitions", "3"),
                entry("share.coordinator.state.topic.replication.factor", "1"),
                entry("share.coordinator.state.topic.min.isr", "1"),
                entry("share.coordinator.state.topic.num.partitions", "1"),
                entry("group.initial.rebalance.delay.ms", "0"),
                entry("broker.heartbeat.interval.ms", "500"),
                entry("broker.session.timeout.ms", SESSION_MS),
                entry("num.network.threads", "2"),
                entry("num.io.threads", "2"),
                entry("background.threads", "2"),
                entry("log.cleaner.threads", "1"),
                entry("log.cleaner.dedupe.buffer.size", "4194304"),
                entry("log.segment.bytes", "67108864"),
                entry("log.index.size.max.bytes", "1048576"));
    }

    /** Gives up after some seconds: a controlled shutdown can hang, and a killed broker loses nothing either. */
    @Override
    public void close() {
        var stopping = new Thread(
                () -> {
                    server.shutdown();
                    server.awaitShutdown();
                },
                "kafka-stop");
        stopping.setDaemon(true);
        stopping.start();
        try {
            stopping.join(PATIENCE_AT_THE_END.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        if (stopping.isAlive()) {
            LOG.warn("The broker did not stop within {}", PATIENCE_AT_THE_END);
        }
    }
}
