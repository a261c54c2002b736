package io.fangwei.kernel.outbox;

import static io.fangwei.kernel.testing.TopicContent.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.fangwei.kernel.journal.Journal;
import io.fangwei.kernel.store.Entry;
import io.fangwei.kernel.testing.TestBroker;
import io.fangwei.kernel.testing.TestDatabase;
import io.fangwei.kernel.testing.TopicContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

class TopicRebuildTest {

    private static final int ENTRIES = 60;

    private MongoClient mongo;
    private MongoCollection<Document> lines;
    private Journal journal;
    private DefaultKafkaProducerFactory<String, String> producers;

    @BeforeEach
    void open() {
        mongo = MongoClients.create(TestDatabase.uri(""));
        lines = mongo.getDatabase("test-" + UUID.randomUUID()).getCollection(Journal.COLLECTION);
        journal = new Journal(lines);
        producers = producers();
    }

    @AfterEach
    void close() {
        producers.destroy();
        mongo.close();
    }

    @Test
    void everything_that_others_may_hear_is_told_in_order_as_it_was_the_first_time() {
        var ids = IntStream.range(0, 40).mapToObj(number -> UUID.randomUUID()).toList();
        ids.forEach(id -> journal.keep(LongStream.rangeClosed(1, ENTRIES)
                .mapToObj(sequence -> line(id, sequence, "{\"n\":%d}".formatted(sequence)))
                .toList()));
        var heard = new ArrayList<Long>();

        var told = rebuild(heard::add);

        assertThat(told).isEqualTo(40 * ENTRIES);
        assertThat(heard).containsExactly((long) TopicRebuild.A_PAGE, told);
        var topic = topic();
        assertThat(ids)
                .allSatisfy(id -> assertThat(topic.sequences(id))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, ENTRIES).boxed().toList()));
        var fifth = topic.of(ids.get(0)).get(4);
        var kept = lines.find(new Document("_id", "tally:%s:5".formatted(ids.get(0))))
                .first();
        assertThat(fifth.value()).isEqualTo("{\"n\":5}");
        assertThat(header(fifth, "ce_id")).isEqualTo(kept.getString(Entry.ID));
        assertThat(header(fifth, "ce_type")).isEqualTo("tally.counted.v1");
        assertThat(header(fifth, "ce_source")).isEqualTo("/fangwei/tally");
        assertThat(header(fifth, "ce_subject")).isEqualTo(ids.get(0).toString());
        assertThat(header(fifth, "ce_time")).isEqualTo("2025-03-03T01:00:00Z");
        assertThat(header(fifth, "ce_actor")).isEqualTo("im.one");
    }

    @Test
    void what_was_not_for_others_stays_at_home() {
        var id = UUID.randomUUID();
        journal.keep(List.of(line(id, 1, "{}"), line(id, 2, "{}").append(Entry.LOCAL, true), line(id, 3, "{}")));

        assertThat(rebuild(told -> {})).isEqualTo(2);
        assertThat(topic().sequences(id)).containsExactly(1L, 3L);
    }

    @Test
    void what_follows_a_gap_is_left_to_the_relay_for_it_still_waits_in_its_aggregate() {
        var torn = UUID.randomUUID();
        var whole = UUID.randomUUID();
        journal.keep(List.of(line(torn, 1, "{}"), line(torn, 2, "{}"), line(torn, 4, "{}"), line(torn, 5, "{}")));
        journal.keep(List.of(line(whole, 1, "{}")));

        rebuild(told -> {});

        assertThat(topic().sequences(torn)).containsExactly(1L, 2L);
        assertThat(topic().sequences(whole)).containsExactly(1L);
    }

    @Test
    void an_entry_that_is_too_large_stops_only_its_own_aggregate() {
        var stuck = UUID.randomUUID();
        var other = UUID.randomUUID();
        journal.keep(List.of(line(stuck, 1, "{}"), line(stuck, 2, "x".repeat(2 << 20)), line(stuck, 3, "{}")));
        journal.keep(List.of(line(other, 1, "{}"), line(other, 2, "{}")));

        rebuild(told -> {});

        assertThat(topic().sequences(stuck)).containsExactly(1L);
        assertThat(topic().sequences(other)).containsExactly(1L, 2L);
    }

    @Test
    void a_broker_that_refuses_for_any_other_reason_ends_the_rebuild() {
        journal.keep(List.of(line(UUID.randomUUID(), 1, "{}")));
        var sender = EventSender.of("no topic/of that name", new KafkaTemplate<>(producers));

        assertThatThrownBy(() -> new TopicRebuild(lines, sender).run(told -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Kafka refuses an entry of tally:");
    }

    private long rebuild(LongConsumer progress) {
        return new TopicRebuild(lines, EventSender.of("tally", new KafkaTemplate<>(producers))).run(progress);
    }

    private static DefaultKafkaProducerFactory<String, String> producers() {
        var settings = Map.<String, Object>of("bootstrap.servers", TestBroker.address(), "acks", "all");
        return new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new StringSerializer());
    }

    private static Document line(UUID id, long sequence, String data) {
        return Journal.line(
                "tally",
                id.toString(),
                new Document(Entry.ID, UUID.randomUUID().toString())
                        .append(Entry.TYPE, "tally.counted.v1")
                        .append(Entry.SEQUENCE, sequence)
                        .append(Entry.AT, "2025-03-03T01:00:00Z")
                        .append(Entry.ACTOR, "im.one")
                        .append(Entry.DATA, data));
    }

    private static TopicContent topic() {
        return TopicContent.of(TestBroker.address(), "fangwei.tally");
    }
}
