package io.fangwei.launcher.operations;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import io.fangwei.kernel.journal.Journal;
import io.fangwei.kernel.outbox.EventSender;
import io.fangwei.kernel.outbox.TopicRebuild;
import io.fangwei.launcher.StartRefused;
import io.fangwei.launcher.broker.Topics;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Makes sure, before any service starts, that the topics hold what the journals say. Where they may not, a new epoch
 * begins: they are made anew from the journals, and every listener hears them from the start (D1, D12).
 */
public final class TopicRepair {

    /** What is known of the topics before anybody looks at them. */
    public enum Doubt {
        NONE,
        /** the data are older than the topics, or the topics have lost what was not yet on the disk */
        STALE,
        /** somebody wants them rebuilt, whatever they hold */
        WANTED
    }

    private final MongoClient mongo;
    private final Topics topics;
    private final Epochs epochs;
    private final Consumer<String> console;

    /** @param console hears what is done, if anything is */
    public TopicRepair(MongoClient mongo, Topics topics, Clock realTime, Consumer<String> console) {
        this.mongo = mongo;
        this.topics = topics;
        this.epochs = new Epochs(mongo, realTime);
        this.console = console;
    }

    /**
     * Answers the number of the epoch in which the services are to listen.
     *
     * @param begun told when a new epoch has begun, which a start after a kill goes on with
     */
    public int ensure(Doubt doubt, Runnable begun) throws ExecutionException, TimeoutException, InterruptedException {
        var broker = topics.broker();
        var present = epochs.present();
        var reason = reason(doubt, present, broker);
        if (reason.isEmpty()) {
            begun.run();
            return present.orElseGet(() -> epochs.first(broker)).number();
        }
        if (!mayClear(doubt, present, broker)) {
            throw new StartRefused("The topics at %s hold events, but %s. If they may be deleted and rebuilt from the"
                    + " journals, start with --rebuild-topics.".formatted(topics.address(), reason.get()));
        }
        var epoch = epochs.begin(broker);
        begun.run();
        console.accept("主题依日志重建（第 %d 期）· the topics are rebuilt from the journals (epoch %d): %s"
                .formatted(epoch.number(), epoch.number(), reason.get()));
        rebuild();
        epochs.finish(epoch);
        return epoch.number();
    }

    private Optional<String> reason(Doubt doubt, Optional<Epoch> present, String broker)
            throws ExecutionException, TimeoutException, InterruptedException {
        if (doubt == Doubt.WANTED) {
            return Optional.of("somebody asked for it");
        }
        if (doubt == Doubt.STALE) {
            return Optional.of("they are not what the data have led to");
        }
        if (present.isEmpty()) {
            return isAnythingThere() ? Optional.of("nobody knows what they belong to") : Optional.empty();
        }
        if (!present.get().whole()) {
            return Optional.of("the last rebuild was not finished");
        }
        return present.get().broker().equals(broker)
                ? Optional.empty()
                : Optional.of("the broker is not the one that had them");
    }

    /** Topics of a broker that is not ours are deleted only if they are known to be half-done or somebody wants it. */
    private boolean mayClear(Doubt doubt, Optional<Epoch> present, String broker)
            throws ExecutionException, TimeoutException, InterruptedException {
        return topics.areOurs()
                || doubt == Doubt.WANTED
                || present.filter(epoch -> !epoch.whole() && epoch.broker().equals(broker))
                        .isPresent()
                || topics.areEmpty();
    }

    private boolean isAnythingThere() throws ExecutionException, TimeoutException, InterruptedException {
        return !topics.areEmpty()
                || Topics.SERVICES.stream()
                        .anyMatch(service -> journal(service).find().first() != null);
    }

    private void rebuild() throws ExecutionException, TimeoutException, InterruptedException {
        topics.renew();
        var producers = new DefaultKafkaProducerFactory<>(settings(), new StringSerializer(), new StringSerializer());
        try {
            for (var service : Topics.SERVICES) {
                var sender = EventSender.of(service, new KafkaTemplate<>(producers));
                new TopicRebuild(journal(service), sender)
                        .run(soFar -> console.accept("  %-10s %,10d".formatted(service, soFar)));
            }
        } finally {
            producers.destroy();
        }
    }

    private MongoCollection<Document> journal(String service) {
        return mongo.getDatabase("fangwei-" + service).getCollection(Journal.COLLECTION);
    }

    private Map<String, Object> settings() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, topics.address(),
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 60_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    }
}
