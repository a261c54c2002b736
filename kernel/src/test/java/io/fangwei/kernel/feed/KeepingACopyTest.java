package io.fangwei.kernel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.fangwei.kernel.testing.TestBroker;
import io.fangwei.kernel.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Things change at random and move about, the projector is killed, and copies are kept of it all the while. */
class KeepingACopyTest {

    private static final long SEED = Long.getLong("fangwei.seed", System.nanoTime());
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final List<String> AREAS = List.of("510105", "510104", "510703");
    private static final int THINGS = 40;
    private static final int CHANGES = 700;
    private static final int KILLS = 3;

    private final Random random = new Random(SEED);
    private final String topic = "fangwei.things-" + UUID.randomUUID();
    private final String database = "test-" + UUID.randomUUID();
    private final MongoClient mongo = MongoClients.create(TestDatabase.uri(""));
    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestBroker.address(), "acks", "all"),
            new StringSerializer(),
            new StringSerializer());
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void close() {
        processes.forEach(Process::destroyForcibly);
        producer.close();
        mongo.close();
    }

    @Test
    void whoever_pulls_while_things_change_and_the_projector_is_killed_ends_with_exactly_what_the_owner_has()
            throws Exception {
        System.out.println("fangwei.seed=" + SEED);
        TestBroker.get().addTopics(new NewTopic(topic, Feed.PARTITIONS, (short) 1));
        var feed = new Feed(
                mongo.getDatabase(database),
                new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                        Map.of("bootstrap.servers", TestBroker.address()),
                        new StringSerializer(),
                        new StringSerializer())),
                1);
        var city = new Puller(feed.served, Feed.of("510100"));
        var district = new Puller(feed.served, Feed.of("510105", "510703"));
        var done = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(3);
        var copies = List.of(
                threads.submit(pulling(city, new Random(SEED + 1), done)),
                threads.submit(pulling(district, new Random(SEED + 2), done)));
        var killed = threads.submit(this::killAgainAndAgain);

        change(feed.things);
        killed.get(BOUND.toSeconds(), TimeUnit.SECONDS);
        start(-1);
        await().atMost(BOUND)
                .until(() -> feed.progress.reached().upTo().values().stream()
                                .mapToLong(place -> (place >> 20) + 1)
                                .sum()
                        == told);
        done.countDown();
        for (var copy : copies) {
            copy.get(BOUND.toSeconds(), TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(city.pullAll().live()).isEqualTo(feed.things.visible(List.of("5101")));
        assertThat(district.pullAll().live()).isEqualTo(feed.things.visible(List.of("510105", "510703")));
        assertThat(List.of(city.snapshots(), district.snapshots())).containsOnly(1);
        assertThat(feed.served.list(Feed.of("510100")).get(0).rows())
                .isEqualTo(city.live().size());
        assertThat(feed.served.totals(Things.DATASET, Feed.of("510100"), null).settled())
                .isTrue();
    }

    private long told;

    private void change(Things things) throws ExecutionException, InterruptedException {
        var ids = IntStream.range(0, THINGS)
                .mapToObj(number -> new UUID(random.nextLong(), random.nextLong()))
                .toList();
        for (int number = 0; number < CHANGES; number++) {
            var id = ids.get(random.nextInt(THINGS));
            var areas = AREAS.stream().filter(area -> random.nextInt(3) == 0).toArray(String[]::new);
            var sequence = things.change(id, random.nextInt(1000), areas);
            tell(id, sequence);
            if (random.nextInt(10) == 0) {
                tell(id, Math.max(1, sequence - random.nextInt(3)));
            }
        }
    }

    private void tell(UUID id, long sequence) throws ExecutionException, InterruptedException {
        var record = new ProducerRecord<>(topic, id.toString(), "{}");
        Feed.headers(id, sequence)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record).get();
        told++;
    }

    private Void killAgainAndAgain() throws IOException, InterruptedException {
        var when = new Random(SEED + 3);
        for (int number = 0; number < KILLS; number++) {
            var victim = start(2 + when.nextInt(6));
            assertThat(victim.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(victim.exitValue())
                    .as("killed between rows and progress")
                    .isEqualTo(137);
        }
        return null;
    }

    private Process start(int dieAtStep) throws IOException {
        var process = new ProcessBuilder(
                        FeedProcess.command(TestDatabase.uri(""), database, TestBroker.address(), topic, dieAtStep))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        processes.add(process);
        return process;
    }

    private static Callable<Void> pulling(Puller puller, Random random, CountDownLatch done) {
        return () -> {
            var more = true;
            while (more || !done.await(3, TimeUnit.MILLISECONDS)) {
                more = puller.pull(1 + random.nextInt(30)) && done.getCount() > 0;
            }
            return null;
        };
    }
}
