package io.fangwei.kernel.tally;

import static io.fangwei.kernel.testing.Callers.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Two processes, one broker, one database; one of them dies between telling and forgetting. */
@ServiceTest("spring.config.name=tally-service")
class TwoInstancesTest {

    static final UUID INSURER = UUID.randomUUID();
    static final int COUNTS = 150;

    @Autowired
    AggregateStore<Tally> tallies;

    @Autowired
    MongoTemplate mongo;

    @Value("${spring.mongodb.uri}")
    String database;

    @Test
    void order_holds_and_nothing_is_lost_when_one_of_two_instances_is_killed_between_send_and_pull() throws Exception {
        var ids = IntStream.range(0, 8).mapToObj(number -> begun()).toList();
        var counted = new ArrayList<String>();

        var survivor = start(ids, "-1");
        for (var dieAt : List.of("2", "5")) {
            var victim = start(ids, dieAt);
            counted.addAll(said(victim));
            assertThat(victim.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(victim.exitValue()).as("killed between send and pull").isEqualTo(137);
        }
        counted.addAll(said(survivor));
        assertThat(survivor.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var last = start(ids, "-1");
        counted.addAll(said(last));
        assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();

        var told = firstAppearances();
        assertThat(ids).allSatisfy(id -> {
            var document = mongo.findById(id.toString(), Document.class, Tallies.COLLECTION);
            var acknowledged = counted.stream().filter(id.toString()::equals).count();
            assertThat(document.getList("outbox", Document.class)).isEmpty();
            assertThat(document.getLong("events")).isGreaterThanOrEqualTo(1 + acknowledged);
            assertThat(told.get(id.toString()))
                    .as("every event once, in order")
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, document.getLong("events"))
                            .boxed()
                            .toList());
        });
    }

    private Process start(List<UUID> ids, String dieAtPull) throws IOException {
        var listed = String.join(",", ids.stream().map(UUID::toString).toList());
        return new ProcessBuilder(
                        TallyInstance.command(database, TestBroker.address(), dieAtPull, listed, INSURER, COUNTS))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** What an instance counted, until it is done or dead. */
    private static List<String> said(Process instance) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(instance.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith("counted "))
                    .map(line -> line.substring(8))
                    .toList();
        }
    }

    private UUID begun() {
        var id = UUID.randomUUID();
        act(
                Callers.ofInsurer("im.one", INSURER, Role.IM),
                () -> tallies.create(
                        id, Tally.begun(id, INSURER, "a"), List.of(new TallyEvent.TallyBegun(id, INSURER))));
        return id;
    }

    /** The numbers of each aggregate's events in the order in which the topic shows them first. */
    private static Map<String, Set<Long>> firstAppearances() {
        var settings = Map.<String, Object>of("bootstrap.servers", TestBroker.address());
        var told = new LinkedHashMap<String, Set<Long>>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor("fangwei.tally").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(event -> told.computeIfAbsent(event.key(), none -> new LinkedHashSet<>())
                                .add(Long.valueOf(new String(
                                        event.headers()
                                                .lastHeader("ce_sequence")
                                                .value(),
                                        StandardCharsets.UTF_8))));
            }
        }
        return told;
    }
}
