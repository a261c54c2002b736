package io.fangwei.kernel.feed;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.fangwei.kernel.audit.AuditLog;
import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.listening.Envelopes;
import io.fangwei.kernel.listening.ParkedEvents;
import io.fangwei.kernel.store.StoreContext;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.springframework.kafka.core.KafkaOperations;
import tools.jackson.databind.json.JsonMapper;

/** The feed of a service that owns things, in one database and epoch, without the service. */
final class Feed {

    static final String TOPIC = "fangwei.things";
    static final int PARTITIONS = 3;
    static final int KEPT_DAYS = 400;
    static final Duration LATE = Duration.ofHours(24);

    final MongoDatabase database;
    final TestClock clock = TestClock.on("2025-03-03");
    final Things things;
    final FeedProgress progress;
    final FeedRows rows;
    final ParkedEvents parked;
    final FeedProjector projector;
    final FeedReader reader;
    final FeedAge age;
    final ChangeFeed served;
    private final List<Dataset> datasets;

    Feed(MongoDatabase database, KafkaOperations<String, String> kafka, int epoch) {
        this(database, kafka, epoch, Clock.systemUTC());
    }

    Feed(MongoDatabase database, KafkaOperations<String, String> kafka, int epoch, Clock realTime) {
        this.database = database;
        things = new Things(collection("things"));
        datasets = List.of(Things.dataset(collection("things")));
        progress = new FeedProgress(collection(FeedProgress.COLLECTION), epoch, datasets);
        rows = new FeedRows(this::collection, epoch, new JsonMapper(), clock);
        rows.index();
        progress.index();
        parked = new ParkedEvents(
                collection(ParkedEvents.COLLECTION),
                collection(ParkedEvents.REQUESTS),
                kafka,
                epoch,
                FeedProjector.READER);
        projector = projector(progress, realTime);
        reader = new FeedReader(collection(FeedRows.COLLECTION), progress);
        age = new FeedAge(datasets, progress, realTime, LATE);
        served = new ChangeFeed(
                datasets,
                reader,
                progress,
                age,
                new AuditLog(() -> collection(AuditLog.COLLECTION), clock),
                clock,
                KEPT_DAYS);
    }

    /** A projector that dies when it wants to say how far it has come. */
    FeedProjector dying(MongoDatabase closed) {
        return projector(
                new FeedProgress(closed.getCollection(FeedProgress.COLLECTION), progress.epoch(), datasets),
                Clock.systemUTC());
    }

    private FeedProjector projector(FeedProgress to, Clock realTime) {
        return new FeedProjector(datasets, rows, to, parked, new Envelopes(new JsonMapper()), realTime);
    }

    MongoCollection<Document> collection(String name) {
        return database.getCollection(name).withWriteConcern(StoreContext.DURABLE);
    }

    static Caller of(String... areas) {
        return Callers.ofArea("cp", Role.CP, areas);
    }

    void take(ConsumerRecord<?, ?>... poll) {
        projector.take(polled(poll), PARTITIONS);
    }

    @SuppressWarnings("unchecked")
    static List<ConsumerRecord<String, String>> polled(ConsumerRecord<?, ?>... poll) {
        return List.of((ConsumerRecord<String, String>[]) poll);
    }

    /** An event as it is polled, of a thing that lies in the first partition. */
    ConsumerRecord<String, String> event(long offset, UUID thing, long sequence) {
        return event(0, offset, thing, sequence);
    }

    ConsumerRecord<String, String> event(int partition, long offset, UUID thing, long sequence) {
        var headers = new RecordHeaders();
        headers(thing, sequence).forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                TOPIC,
                partition,
                offset,
                clock.millis(),
                TimestampType.CREATE_TIME,
                -1,
                -1,
                thing.toString(),
                "{}",
                headers,
                Optional.empty());
    }

    static Map<String, String> headers(UUID thing, long sequence) {
        return Map.of(
                "ce_id",
                UUID.nameUUIDFromBytes((thing + ":" + sequence).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                "ce_type",
                Things.CHANGED,
                "ce_source",
                "/fangwei/things",
                "ce_time",
                "2025-03-03T01:00:00Z",
                "ce_subject",
                thing.toString(),
                "ce_sequence",
                String.valueOf(sequence),
                "ce_actor",
                "im.one");
    }

    /** Changes a thing and tells of it at an offset. */
    void happen(long offset, UUID thing, int value, String... areas) {
        take(event(offset, thing, things.change(thing, value, areas)));
    }
}
