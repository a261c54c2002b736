package io.fangwei.launcher.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.fangwei.kernel.journal.Journal;
import io.fangwei.kernel.store.Entry;
import io.fangwei.kernel.testing.TopicContent;
import io.fangwei.launcher.ChildProcess;
import io.fangwei.launcher.StartRefused;
import io.fangwei.launcher.broker.EmbeddedKafka;
import io.fangwei.launcher.broker.Topics;
import io.fangwei.launcher.operations.TopicRepair.Doubt;
import io.fangwei.localmongo.LocalMongo;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicRepairTest {

    @TempDir
    static Path folder;

    private static EmbeddedKafka kafka;
    private static Admin admin;

    @TempDir
    Path data;

    private final List<String> said = new ArrayList<>();
    private LocalMongo server;
    private MongoClient mongo;

    @BeforeAll
    static void startKafka() throws Exception {
        kafka = EmbeddedKafka.start(folder, freePort(), freePort());
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stopKafka() {
        admin.close();
        kafka.close();
    }

    @BeforeEach
    void startWithNothing() throws Exception {
        topics(true).create();
        topics(true).renew();
        server = LocalMongo.open(data, 0);
        mongo = MongoClients.create(server.connectionString());
    }

    @AfterEach
    void stopMongo() {
        mongo.close();
        server.close();
    }

    @Test
    void an_installation_without_a_past_begins_its_first_epoch_and_stays_in_it() throws Exception {
        assertThat(ensure(Doubt.NONE)).isEqualTo(1);
        journal(UUID.randomUUID(), 3);

        assertThat(ensure(Doubt.NONE)).isEqualTo(1);
        assertThat(said).isEmpty();
        assertThat(topics(true).areEmpty()).isTrue();
    }

    @Test
    void another_broker_gets_every_event_in_a_new_epoch() throws Exception {
        ensure(Doubt.NONE);
        var one = UUID.randomUUID();
        journal(one, 3);
        otherBroker();

        var epoch = ensure(Doubt.NONE);

        assertThat(epoch).isGreaterThan(1);
        assertThat(policyTopic().sequences(one)).containsExactly(1L, 2L, 3L);
        assertThat(said).first().asString().contains("the broker is not the one that had them");
        assertThat(ensure(Doubt.NONE)).isEqualTo(epoch);
        assertThat(policyTopic().sequences(one)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void what_nobody_knows_anything_about_is_rebuilt() throws Exception {
        var one = UUID.randomUUID();
        journal(one, 2);

        assertThat(ensure(Doubt.NONE)).isGreaterThan(1);
        assertThat(policyTopic().sequences(one)).containsExactly(1L, 2L);
    }

    @Test
    void topics_that_know_more_than_the_restored_data_lose_it() throws Exception {
        ensure(Doubt.NONE);
        var one = UUID.randomUUID();
        journal(one, 3);
        var epoch = ensure(Doubt.WANTED);
        lines().deleteOne(new Document("_id", "policy:%s:3".formatted(one)));

        assertThat(ensure(Doubt.STALE)).isGreaterThan(epoch);
        assertThat(policyTopic().sequences(one)).containsExactly(1L, 2L);
    }

    @Test
    void topics_on_a_broker_of_others_are_deleted_only_if_somebody_wants_it() throws Exception {
        ensure(Doubt.NONE);
        var one = UUID.randomUUID();
        journal(one, 2);
        ensure(Doubt.WANTED);
        otherBroker();

        assertThatThrownBy(() -> repair(false).ensure(Doubt.NONE, () -> {}))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--rebuild-topics");
        assertThat(policyTopic().sequences(one)).containsExactly(1L, 2L);
        assertThat(repair(false).ensure(Doubt.WANTED, () -> {})).isGreaterThan(1);
        assertThat(policyTopic().sequences(one)).containsExactly(1L, 2L);
    }

    @Test
    void a_rebuild_that_was_killed_on_the_way_is_begun_again_and_tells_everything_once() throws Exception {
        var ids = IntStream.range(0, 300).mapToObj(number -> UUID.randomUUID()).toList();
        ids.forEach(id -> journal(id, 10));
        try (var killed = ChildProcess.start(
                data.getParent(), Map.of(), RebuildProcess.class, server.connectionString(), kafka.bootstrap())) {
            assertThat(killed.exitCode()).as(killed.output()).isEqualTo(RebuildProcess.KILLED);
        }
        var halfDone = new Epochs(mongo, Clock.systemUTC()).present().orElseThrow();
        assertThat(halfDone.whole()).isFalse();
        assertThat(policyTopic().events()).isNotEmpty().hasSizeLessThan(3_000);

        var epoch = repair(false).ensure(Doubt.NONE, () -> {});

        assertThat(epoch).isGreaterThan(halfDone.number());
        var topic = policyTopic();
        assertThat(topic.events()).hasSize(3_000);
        assertThat(ids)
                .allSatisfy(id -> assertThat(topic.sequences(id))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 10).boxed().toList()));
    }

    private int ensure(Doubt doubt) throws Exception {
        return repair(true).ensure(doubt, () -> {});
    }

    private TopicRepair repair(boolean ours) {
        return new TopicRepair(mongo, topics(ours), Clock.systemUTC(), said::add);
    }

    private static Topics topics(boolean ours) {
        return new Topics(admin, kafka.bootstrap(), ours);
    }

    private static TopicContent policyTopic() {
        return TopicContent.of(kafka.bootstrap(), "fangwei.policy");
    }

    private MongoCollection<Document> lines() {
        return mongo.getDatabase("fangwei-policy").getCollection(Journal.COLLECTION);
    }

    private void journal(UUID id, long entries) {
        new Journal(lines())
                .keep(LongStream.rangeClosed(1, entries)
                        .mapToObj(sequence -> Journal.line(
                                "policy",
                                id.toString(),
                                new Document(Entry.ID, UUID.randomUUID().toString())
                                        .append(Entry.TYPE, "policy.drafted.v1")
                                        .append(Entry.SEQUENCE, sequence)
                                        .append(Entry.AT, "2025-03-03T01:00:00Z")
                                        .append(Entry.ACTOR, "im.one")
                                        .append(Entry.DATA, "{}")))
                        .toList());
    }

    private void otherBroker() {
        mongo.getDatabase(Epochs.DATABASE)
                .getCollection("epochs")
                .updateOne(new Document(), new Document("$set", new Document("broker", "another")));
    }
}
