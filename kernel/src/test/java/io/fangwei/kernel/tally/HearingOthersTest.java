package io.fangwei.kernel.tally;

import static io.fangwei.kernel.testing.Callers.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.ServiceTest;
import io.fangwei.kernel.testing.TestTokens;
import io.fangwei.kernel.testing.Told;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest({"spring.config.name=tally-service", "fangwei.test.kafka=true"})
class HearingOthersTest {

    static final UUID INSURER = UUID.randomUUID();
    static final Caller MANAGER = Callers.ofInsurer("im.one", INSURER, Role.IM);
    static final Duration BOUND = Duration.ofSeconds(40);
    static final Told TOLD = new Told();
    static final JsonMapper JSON = new JsonMapper();

    @Autowired
    AggregateStore<Tally> tallies;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MockMvc http;

    @AfterAll
    static void close() {
        TOLD.close();
    }

    @Test
    void late_or_repeated_news_change_nothing() {
        var visit = UUID.randomUUID();
        TOLD.event("visit.counted.v1", visit, 4, count(4));
        TOLD.event("visit.counted.v1", visit, 5, count(5));
        TOLD.event("visit.counted.v1", visit, 4, count(4));
        TOLD.event("visit.counted.v1", visit, 5, count(9));
        TOLD.event("visit.something-new.v1", visit, 6, JSON.readTree("{}"));
        awaitAllBefore();

        assertThat(copy(visit)).containsEntry("count", 5L).containsEntry("learned", 2);
    }

    @Test
    void a_poison_event_in_a_poll_of_hundreds_parks_its_own_key_from_there_on_and_no_other() throws Exception {
        var poisoned = UUID.randomUUID();
        var others =
                IntStream.range(0, 100).mapToObj(number -> UUID.randomUUID()).toList();
        others.forEach(other -> TOLD.event("visit.counted.v1", other, 1, count(1)));
        TOLD.event("visit.counted.v1", poisoned, 1, count(1));
        TOLD.event("visit.counted.v1", poisoned, 2, JSON.readTree("{\"number\":2}"));
        TOLD.event("visit.counted.v1", poisoned, 3, count(3));
        others.forEach(other -> TOLD.event("visit.counted.v1", other, 2, count(2)));
        TOLD.event("visit.counted.v1", poisoned, 4, count(4));
        awaitAllBefore();

        assertThat(others).allSatisfy(other -> assertThat(copy(other)).containsEntry("count", 2L));
        assertThat(copy(poisoned)).containsEntry("count", 1L);
        await().atMost(BOUND).untilAsserted(() -> assertThat(parked(poisoned)).hasSize(3));

        replay(poisoned);
        assertThat(parked(poisoned)).hasSize(3);
        assertThat(copy(poisoned)).containsEntry("count", 1L);

        mongo.getCollection("parked")
                .updateOne(
                        new Document("value", "{\"number\":2}"),
                        new Document("$set", new Document("value", "{\"count\":2}")));
        replay(poisoned);
        assertThat(parked(poisoned)).isEmpty();
        assertThat(copy(poisoned)).containsEntry("count", 4L).containsEntry("learned", 4);
    }

    @Test
    void what_is_no_event_at_all_is_parked_and_shown_to_the_administrator_alone() throws Exception {
        var key = UUID.randomUUID();
        TOLD.garbage("fangwei.visit", key, "no event");

        await().atMost(BOUND).untilAsserted(() -> assertThat(parked(key)).hasSize(1));
        http.perform(get("/api/tally/v1/parked").header("Authorization", TestTokens.bearer(Callers.administrator())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.key=='fangwei.visit:%s')].reason".formatted(key))
                        .exists());
        http.perform(get("/api/tally/v1/parked").header("Authorization", TestTokens.bearer(MANAGER)))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_reaction_to_an_event_that_comes_again_even_much_later_happens_once() {
        var id = UUID.randomUUID();
        act(
                MANAGER,
                () -> tallies.create(
                        id, Tally.begun(id, INSURER, "a"), List.of(new TallyEvent.TallyBegun(id, INSURER))));
        var visit = UUID.randomUUID();
        var event = UUID.randomUUID();
        var data = JSON.createObjectNode().put("tallyId", id.toString());

        TOLD.event(event, "visit.noted.v1", visit, 1, data);
        TOLD.event(event, "visit.noted.v1", visit, 1, data);
        awaitAllBefore();
        IntStream.range(0, 40).forEach(number -> act(MANAGER, () -> tallies.change(id, tally -> tally.count(1))));
        TOLD.event(event, "visit.noted.v1", visit, 1, data);
        awaitAllBefore();

        assertThat(act(MANAGER, () -> tallies.get(id)).getCount()).isEqualTo(41);
    }

    @Test
    void what_was_reacted_to_is_not_reacted_to_again_when_a_new_epoch_repeats_it() {
        var id = UUID.randomUUID();
        act(
                MANAGER,
                () -> tallies.create(
                        id, Tally.begun(id, INSURER, "a"), List.of(new TallyEvent.TallyBegun(id, INSURER))));
        var visit = UUID.randomUUID();
        var event = UUID.randomUUID();
        var data = JSON.createObjectNode().put("tallyId", id.toString());
        TOLD.event(event, "visit.noted.v1", visit, 3, data);
        awaitAllBefore();
        mongo.getCollection(Tallies.COLLECTION)
                .updateOne(
                        new Document("_id", id.toString()),
                        new Document("$set", new Document("state.notes", List.of()).append("commands", List.of())));

        TOLD.event(event, "visit.noted.v1", visit, 3, data);
        TOLD.event("visit.noted.v1", visit, 4, data);
        awaitAllBefore();

        assertThat(act(MANAGER, () -> tallies.get(id)).getCount()).isEqualTo(2);
    }

    @Test
    void a_reaction_that_is_refused_parks_its_event() {
        var visit = UUID.randomUUID();
        TOLD.event(
                "visit.noted.v1",
                visit,
                1,
                JSON.createObjectNode().put("tallyId", UUID.randomUUID().toString()));

        await().atMost(BOUND).untilAsserted(() -> assertThat(parked(visit)).hasSize(1));
    }

    private void replay(UUID visit) throws Exception {
        http.perform(post("/api/tally/v1/parked/replays")
                        .header("Authorization", TestTokens.bearer(Callers.administrator()))
                        .header("Idempotency-Key", UUID.randomUUID())
                        .contentType("application/json")
                        .content("{\"key\":\"fangwei.visit:%s\"}".formatted(visit)))
                .andExpect(status().isAccepted());
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(mongo.getCollection("replays").countDocuments())
                        .isZero());
    }

    /** One event behind all told so far on every partition: what it shows, all before it have shown. */
    private void awaitAllBefore() {
        var ends = IntStream.range(0, 24).mapToObj(number -> UUID.randomUUID()).toList();
        ends.forEach(end -> TOLD.event("visit.counted.v1", end, 1, count(1)));
        await().atMost(BOUND).until(() -> ends.stream().allMatch(end -> copy(end) != null));
    }

    private List<Document> parked(UUID key) {
        return mongo.getCollection("parked")
                .find(new Document("key", "fangwei.visit:" + key))
                .into(new java.util.ArrayList<>());
    }

    private Document copy(UUID visit) {
        return mongo.findById(visit.toString(), Document.class, TallyNews.COPIES);
    }

    private static JsonNode count(int count) {
        return JSON.createObjectNode().put("count", count);
    }
}
