package io.fangwei.launcher.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.launcher.ChildProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    private static final String TOPIC = "fangwei.visit";

    @TempDir
    Path folder;

    private int port;
    private int controllerPort;

    @Test
    void what_was_acknowledged_is_there_after_a_kill() throws Exception {
        choosePorts();
        List<String> acknowledged;
        try (var broker = startedBroker()) {
            createTopics();
            acknowledged = send(500);
            broker.kill();
        }

        try (var broker = startedBroker()) {
            assertThat(broker.isAlive()).isTrue();
            assertThat(everythingOn(TOPIC)).containsExactlyInAnyOrderElementsOf(acknowledged);
        }
    }

    @Test
    void the_topics_keep_their_events_for_ever_and_progress_counts_what_is_not_yet_heard() throws Exception {
        choosePorts();
        try (var broker = EmbeddedKafka.start(folder, port, controllerPort);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            new Topics(admin, bootstrap(), true).create();
            new Topics(admin, bootstrap(), true).create();

            assertThat(admin.listTopics().names().get()).containsAll(Topics.names());
            var config = admin.describeConfigs(List.of(new ConfigResource(ConfigResource.Type.TOPIC, TOPIC)))
                    .all()
                    .get()
                    .values()
                    .iterator()
                    .next();
            assertThat(config.get("retention.ms").value()).isEqualTo("-1");
            assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
            assertThat(admin.describeTopics(List.of(TOPIC))
                            .allTopicNames()
                            .get()
                            .get(TOPIC)
                            .partitions())
                    .hasSize(3);

            var progress = new ConsumerProgress(admin, 1);
            assertThat(progress.now()).isEqualTo(new Progress(0, 0));
            send(5);
            try (var consumer = consumer("team-service-1")) {
                consumer.subscribe(List.of(TOPIC));
                var heard = 0;
                while (heard < 5) {
                    heard += consumer.poll(Duration.ofSeconds(10)).count();
                }
                assertThat(progress.now()).isEqualTo(new Progress(5, 5));
                consumer.commitSync();
                assertThat(progress.now()).isEqualTo(new Progress(5, 0));
            }
            send(2);
            assertThat(progress.now()).isEqualTo(new Progress(7, 2));
        }
    }

    private void choosePorts() throws IOException {
        try (var one = new ServerSocket(0);
                var other = new ServerSocket(0)) {
            port = one.getLocalPort();
            controllerPort = other.getLocalPort();
        }
    }

    private String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** Returns when the broker answers. */
    private ChildProcess startedBroker() throws Exception {
        var broker = ChildProcess.start(
                folder,
                Map.of(),
                BrokerProcess.class,
                folder.resolve("kafka").toString(),
                String.valueOf(port),
                String.valueOf(controllerPort));
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap(), "default.api.timeout.ms", "60000"))) {
            admin.describeCluster().nodes().get(60, TimeUnit.SECONDS);
        }
        return broker;
    }

    private void createTopics() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            new Topics(admin, bootstrap(), true).create();
        }
    }

    private List<String> send(int events) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrap(), "acks", "all", "linger.ms", "0");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var sent = IntStream.range(0, events)
                    .mapToObj(number -> Map.entry(
                            "event-" + number,
                            producer.send(new ProducerRecord<>(TOPIC, "key-" + number % 7, "event-" + number))))
                    .toList();
            var acknowledged = new ArrayList<String>();
            for (var event : sent) {
                event.getValue().get(30, TimeUnit.SECONDS);
                acknowledged.add(event.getKey());
            }
            return acknowledged;
        }
    }

    private List<String> everythingOn(String topic) {
        try (var consumer = consumer("test")) {
            var partitions = consumer.partitionsFor(topic, Duration.ofSeconds(60)).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions, Duration.ofSeconds(60));
            var values = new ArrayList<String>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(event -> values.add(event.value()));
            }
            return values;
        }
    }

    private KafkaConsumer<String, String> consumer(String group) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap(),
                        "group.id",
                        group,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
