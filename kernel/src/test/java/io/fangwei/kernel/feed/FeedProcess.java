package io.fangwei.kernel.feed;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * A projector of things in a process of its own. It may be told to die, as by kill -9, when it has written the rows of a
 * poll and is about to say how far they reach.
 */
final class FeedProcess {

    private static final class Death implements CommandListener {

        private final AtomicInteger steps = new AtomicInteger(Integer.getInteger("die.at.step", -1));

        @Override
        public void commandStarted(CommandStartedEvent command) {
            if (command.getCommandName().equals("update")
                    && command.getCommand().getString("update").getValue().equals(FeedProgress.COLLECTION)
                    && steps.getAndDecrement() == 0) {
                Runtime.getRuntime().halt(137);
            }
        }
    }

    private FeedProcess() {}

    public static void main(String... arguments) {
        var mongo = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(arguments[0]))
                .addCommandListener(new Death())
                .build());
        var producers = new DefaultKafkaProducerFactory<>(
                Map.of("bootstrap.servers", arguments[2]), new StringSerializer(), new StringSerializer());
        var feed = new Feed(mongo.getDatabase(arguments[1]), new KafkaTemplate<>(producers), 1);
        var settings = Map.<String, Object>of(
                "bootstrap.servers", arguments[2],
                "group.id", arguments[3] + "-feed",
                "group.instance.id", "0",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false",
                "max.poll.records", "20");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(arguments[3]));
            System.out.println("ready");
            while (true) {
                var poll = new ArrayList<org.apache.kafka.clients.consumer.ConsumerRecord<String, String>>();
                consumer.poll(Duration.ofMillis(100)).forEach(poll::add);
                if (!poll.isEmpty()) {
                    feed.projector.take(poll, Feed.PARTITIONS);
                    consumer.commitSync();
                }
            }
        }
    }

    static List<String> command(String mongo, String database, String kafka, String topic, int dieAtStep) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-Ddie.at.step=" + dieAtStep,
                "-cp",
                System.getProperty("java.class.path"),
                FeedProcess.class.getName(),
                mongo,
                database,
                kafka,
                topic);
    }
}
