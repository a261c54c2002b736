package io.fangwei.kernel.tally;

import static io.fangwei.kernel.testing.Callers.act;
import static io.fangwei.kernel.testing.TopicContent.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.journal.ChainCheck;
import io.fangwei.kernel.outbox.OutboxRelays;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.Entry;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestBroker;
import io.fangwei.kernel.testing.TopicContent;
import io.fangwei.kernel.tracing.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ServiceTest({"spring.config.name=tally-service", "fangwei.test.kafka=true", "fangwei.relay.sweep-after=300ms"})
class SendingEventsTest {

    static final UUID INSURER = UUID.randomUUID();
    static final Caller MANAGER = Callers.ofInsurer("im.one", INSURER, Role.IM);
    static final Duration BOUND = Duration.ofSeconds(40);

    @Autowired
    AggregateStore<Tally> tallies;

    @Autowired
    OutboxRelays relays;

    @Autowired
    ChainCheck chain;

    @Autowired
    MongoTemplate mongo;

    @Test
    void what_happens_is_told_in_order_as_cloud_events_and_nothing_is_left_waiting() {
        var ids = IntStream.range(0, 40).mapToObj(number -> begun()).toList();
        ids.forEach(id -> act(MANAGER, () -> tallies.change(id, tally -> tally.count(60))));
        awaitSent();

        var told = told();
        assertThat(ids)
                .allSatisfy(id -> assertThat(told.sequences(id))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 61).boxed().toList()));
        var first = told.of(ids.get(0)).get(0);
        assertThat(header(first, "ce_type")).isEqualTo("tally.begun.v1");
        assertThat(header(first, "ce_subject")).isEqualTo(ids.get(0).toString());
        assertThat(header(first, "ce_source")).isEqualTo("/fangwei/tally");
        assertThat(header(first, "ce_actor")).isEqualTo("im.one");
        assertThat(header(first, "ce_time")).isEqualTo("2025-03-03T01:00:00Z");
        assertThat(first.value()).isEqualTo("{\"tallyId\":\"%s\",\"insurerId\":\"%s\"}".formatted(ids.get(0), INSURER));
    }

    @Test
    void a_local_event_is_journalled_and_not_sent() {
        var id = begun();
        act(MANAGER, () -> tallies.change(id, tally -> tally.rename("b")));
        act(MANAGER, () -> tallies.change(id, tally -> tally.count(1)));
        awaitSent();

        assertThat(told().sequences(id)).containsExactly(1L, 3L);
        assertThat(journal(id)).hasSize(3);
    }

    @Test
    void an_entry_that_cannot_be_sent_among_hundreds_stops_only_its_own_aggregate() {
        var stuck = begun();
        awaitSent();
        push(stuck, "x".repeat(2 << 20));
        var others = IntStream.range(0, 200).mapToObj(number -> begun()).toList();
        others.forEach(id -> act(MANAGER, () -> tallies.change(id, tally -> tally.count(1))));

        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(mongo.getCollection(Tallies.COLLECTION)
                                .countDocuments(new Document("pendingSince", new Document("$exists", true))))
                        .isEqualTo(1));
        var told = told();
        assertThat(others).allSatisfy(id -> assertThat(told.sequences(id)).containsExactly(1L, 2L));
        assertThat(told.sequences(stuck)).containsExactly(1L);
        mongo.getCollection(Tallies.COLLECTION).deleteOne(new Document("_id", stuck.toString()));
    }

    @Test
    void a_relay_that_died_after_the_journal_and_before_kafka_has_lost_nothing() {
        relays.stop();
        var id = begun();
        var entry = outbox(id).get(0);
        mongo.getCollection("journal")
                .insertOne(new Document("_id", "tally:%s:1".formatted(id))
                        .append("kind", "tally")
                        .append("aggregateId", id.toString())
                        .append(Entry.ID, entry.get(Entry.ID)));
        relays.start();
        awaitSent();

        assertThat(told().sequences(id)).containsExactly(1L);
        assertThat(journal(id)).hasSize(1);
    }

    @Test
    void a_relay_that_died_after_kafka_and_before_the_pull_tells_again_under_the_same_number() {
        var id = begun();
        awaitSent();
        var line = journal(id).get(0);
        relays.stop();
        var entry = new Document(line);
        List.of("_id", "kind", "aggregateId").forEach(entry::remove);
        mongo.getCollection(Tallies.COLLECTION)
                .updateOne(
                        new Document("_id", id.toString()),
                        new Document(
                                "$set",
                                new Document("outbox", List.of(entry)).append("pendingSince", new java.util.Date(1))));
        relays.start();
        awaitSent();

        assertThat(told().of(id))
                .extracting(event -> header(event, "ce_id"))
                .hasSize(2)
                .containsOnly(line.getString(Entry.ID));
        assertThat(journal(id)).hasSize(1);
    }

    @Test
    void a_journal_line_that_another_event_holds_stops_its_aggregate() {
        relays.stop();
        var id = begun();
        mongo.getCollection("journal")
                .insertOne(new Document("_id", "tally:%s:1".formatted(id))
                        .append("kind", "tally")
                        .append("aggregateId", id.toString())
                        .append(Entry.ID, "another"));
        relays.start();
        var later = begun();
        await().atMost(BOUND).until(() -> outbox(later).isEmpty());

        assertThat(outbox(id)).hasSize(1);
        assertThat(told().sequences(id)).isEmpty();
        mongo.getCollection(Tallies.COLLECTION).deleteOne(new Document("_id", id.toString()));
    }

    @Test
    @Requirement({"CD-4b", "CD-7.2b"})
    void a_history_that_somebody_has_changed_is_found_out_at_the_changed_entry() {
        var id = begun();
        act(MANAGER, () -> tallies.change(id, tally -> tally.count(5)));
        awaitSent();
        assertThat(chain.verify(tallies.kind(), id)).isEqualTo(new ChainCheck.Result(true, 6, null));

        var third = journal(id).get(2);
        tamper(third, new Document(Entry.ACTOR, "somebody.else"));
        assertThat(chain.verify(tallies.kind(), id).broken())
                .isEqualTo(new ChainCheck.Broken(3, third.getString(Entry.ID), ChainCheck.Damage.CONTENT_CHANGED));

        tamper(third, new Document(Entry.ACTOR, "somebody.else").append(Entry.HASH, "new"));
        assertThat(chain.verify(tallies.kind(), id).broken().sequence()).isEqualTo(3);

        mongo.getCollection("journal").deleteOne(new Document("_id", third.get("_id")));
        assertThat(chain.verify(tallies.kind(), id).broken().damage()).isEqualTo(ChainCheck.Damage.ENTRY_MISSING);
        mongo.getCollection("journal")
                .deleteMany(new Document("aggregateId", id.toString()).append("sequence", new Document("$gt", 2)));
        assertThat(chain.verify(tallies.kind(), id).broken().damage()).isEqualTo(ChainCheck.Damage.END_MISSING);
    }

    private void tamper(Document line, Document change) {
        mongo.getCollection("journal").updateOne(new Document("_id", line.get("_id")), new Document("$set", change));
    }

    private UUID begun() {
        var id = UUID.randomUUID();
        act(
                MANAGER,
                () -> tallies.create(
                        id, Tally.begun(id, INSURER, "a"), List.of(new TallyEvent.TallyBegun(id, INSURER))));
        return id;
    }

    private void push(UUID id, String data) {
        var entry = new Document(Entry.ID, UUID.randomUUID().toString())
                .append(Entry.TYPE, "tally.counted.v1")
                .append(Entry.SEQUENCE, 2L)
                .append(Entry.AT, "2025-03-03T01:00:00Z")
                .append(Entry.ACTOR, "im.one")
                .append(Entry.DATA, data);
        mongo.getCollection(Tallies.COLLECTION)
                .updateOne(
                        new Document("_id", id.toString()),
                        new Document("$push", new Document("outbox", entry))
                                .append("$inc", new Document("events", 1L))
                                .append("$set", new Document("pendingSince", new java.util.Date(1))));
    }

    private void awaitSent() {
        await().atMost(BOUND).until(relays::areEmpty);
    }

    private List<Document> outbox(UUID id) {
        return mongo.findById(id.toString(), Document.class, Tallies.COLLECTION).getList("outbox", Document.class);
    }

    private List<Document> journal(UUID id) {
        return mongo.getCollection("journal")
                .find(new Document("aggregateId", id.toString()))
                .sort(new Document(Entry.SEQUENCE, 1))
                .into(new ArrayList<>());
    }

    private static TopicContent told() {
        return TopicContent.of(TestBroker.address(), "fangwei.tally");
    }
}
