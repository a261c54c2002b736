package io.fangwei.kernel.listening;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.kafka.core.KafkaOperations;

/** Events that could not be applied, as they came and in their order, until an operator replays their key (D3). */
public final class ParkedEvents {

    public static final String COLLECTION = "parked";
    public static final String REQUESTS = "replays";

    private static final Logger LOG = LoggerFactory.getLogger(ParkedEvents.class);
    private static final long PATIENCE_SECONDS = 5;

    private final MongoCollection<Document> parked;
    private final MongoCollection<Document> requests;
    private final KafkaOperations<String, String> kafka;
    private final int epoch;
    private final @Nullable String reader;

    /** @param epoch of the topics; offsets of another epoch say nothing about this one */
    public ParkedEvents(
            MongoCollection<Document> parked,
            MongoCollection<Document> requests,
            KafkaOperations<String, String> kafka,
            int epoch) {
        this(parked, requests, kafka, epoch, null);
    }

    /** @param reader whose events they are, where a service reads a topic more than once */
    public ParkedEvents(
            MongoCollection<Document> parked,
            MongoCollection<Document> requests,
            KafkaOperations<String, String> kafka,
            int epoch,
            @Nullable String reader) {
        this.parked = parked;
        this.requests = requests;
        this.kafka = kafka;
        this.epoch = epoch;
        this.reader = reader;
        parked.createIndex(new Document("key", 1).append("epoch", 1).append("offset", 1));
    }

    /** What an event is parked under: its reader, topic and aggregate. */
    public String key(ConsumerRecord<String, String> event) {
        return prefix() + Inbox.key(event);
    }

    /** Which of these keys have parked events. One query. */
    public Set<String> among(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return parked.distinct("key", new Document("key", new Document("$in", keys)), String.class)
                .into(new HashSet<>());
    }

    /** The oldest parked event of a key, or none. */
    public List<ConsumerRecord<String, String>> first(String key) {
        return parked
                .find(eq("key", key))
                .sort(new Document("key", 1).append("epoch", 1).append("offset", 1))
                .limit(1)
                .into(new ArrayList<>())
                .stream()
                .map(ParkedEvents::event)
                .toList();
    }

    /** An event that is delivered again after it was parked is parked once, and copied for others to see. */
    public void add(ConsumerRecord<String, String> event, String reason) {
        try {
            parked.insertOne(document(event, reason));
            LOG.error("{} is parked: {}", id(event), reason);
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
        }
        copy(event, reason);
    }

    public void stillFails(ConsumerRecord<String, String> event, String reason) {
        parked.updateOne(eq("_id", id(event)), new Document("$set", new Document("reason", reason)));
    }

    public void remove(ConsumerRecord<String, String> event) {
        parked.deleteOne(eq("_id", id(event)));
    }

    Page<ParkedEvent> page(Pages pages) {
        return pages.of(parked, new Criteria(), new Criteria(), ParkedEvents::view);
    }

    /** Asks the consumer that owns the key's partition to replay it. False if nothing of the key is parked. */
    boolean request(String key) {
        var first = parked.find(eq("key", key)).first();
        if (first == null) {
            return false;
        }
        requests.updateOne(
                eq("_id", key),
                new Document(
                        "$set",
                        new Document("topic", first.get("topic"))
                                .append("partition", first.get("partition"))
                                .append("reader", first.get("reader"))),
                new com.mongodb.client.model.UpdateOptions().upsert(true));
        return true;
    }

    public List<ReplayRequest> requests() {
        return requests.find(eq("reader", reader)).limit(Pages.MOST).into(new ArrayList<>()).stream()
                .map(found -> new ReplayRequest(
                        found.getString("_id"), found.getString("topic"), found.getInteger("partition")))
                .toList();
    }

    public void done(ReplayRequest request) {
        requests.deleteOne(eq("_id", request.key()));
    }

    private String id(ConsumerRecord<String, String> event) {
        return "%s%d:%s:%d:%d".formatted(prefix(), epoch, event.topic(), event.partition(), event.offset());
    }

    private String prefix() {
        return reader == null ? "" : reader + "/";
    }

    private Document document(ConsumerRecord<String, String> event, String reason) {
        var headers = new ArrayList<Document>();
        event.headers()
                .forEach(header -> headers.add(new Document("name", header.key())
                        .append("value", new String(header.value(), StandardCharsets.UTF_8))));
        return new Document("_id", id(event))
                .append("key", key(event))
                .append("reader", reader)
                .append("epoch", epoch)
                .append("topic", event.topic())
                .append("partition", event.partition())
                .append("offset", event.offset())
                .append("recordKey", event.key())
                .append("headers", headers)
                .append("value", event.value())
                .append("reason", reason)
                .append("sentAt", new Date(Math.max(0, event.timestamp())));
    }

    private static ConsumerRecord<String, String> event(Document found) {
        var headers = new RecordHeaders();
        found.getList("headers", Document.class)
                .forEach(header -> headers.add(
                        header.getString("name"), header.getString("value").getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                found.getString("topic"),
                found.getInteger("partition"),
                found.getLong("offset"),
                found.getDate("sentAt").getTime(),
                TimestampType.CREATE_TIME,
                -1,
                -1,
                found.getString("recordKey"),
                found.getString("value"),
                headers,
                Optional.empty());
    }

    private static ParkedEvent view(Document found) {
        var event = event(found);
        return new ParkedEvent(
                found.getString("_id"), found.getString("key"), Envelopes.type(event), found.getString("reason"));
    }

    private void copy(ConsumerRecord<String, String> event, String reason) {
        var copied = new ProducerRecord<>(event.topic() + ".dlt", null, event.key(), event.value(), event.headers());
        copied.headers().add("fangwei_reason", reason.getBytes(StandardCharsets.UTF_8));
        try {
            kafka.send(copied).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException unsent) {
            LOG.warn("{} could not be copied to {}", id(event), copied.topic(), unsent);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
