package io.fangwei.evaluation;

import static io.fangwei.evaluation.Story.clock;
import static io.fangwei.evaluation.Story.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HearingEventsTest extends EvaluationTest {

    private static final String SUBMITTED = "visit.record-submitted.v1";
    private static final String OVERDUE = "visit.deadline-overdue.v1";
    private static final String APPROVED = "visit.record-approved.v1";

    @Autowired
    MongoTemplate mongo;

    private final UUID visit = UUID.randomUUID();

    @Test
    void an_event_that_comes_twice_changes_nothing() {
        var id = UUID.randomUUID();
        story.tell(id, OVERDUE, visit, 5, missed("CLK-01", ""));
        eventually(() -> assertThat(rows()).hasSize(1));
        var before = rows();

        story.tell(id, OVERDUE, visit, 5, missed("CLK-01", ""));
        heardAll(6);

        assertThat(withoutGuard(rows())).isEqualTo(withoutGuard(before));
    }

    @Test
    void an_older_event_that_comes_late_changes_nothing() {
        story.tell(UUID.randomUUID(), OVERDUE, visit, 5, missed("CLK-01", ""));
        story.tell(UUID.randomUUID(), SUBMITTED, visit, 6, missed("CLK-01", "2025-01-17"));
        eventually(() -> assertThat(onlyFinding(2025).get("endedOn").asString()).isEqualTo("2025-01-17"));
        var before = rows();

        story.tell(UUID.randomUUID(), OVERDUE, visit, 4, missed("CLK-01", "2025-01-31"));
        heardAll(7);

        assertThat(withoutGuard(rows())).isEqualTo(withoutGuard(before));
    }

    @Test
    void an_event_of_a_type_that_nobody_knows_is_passed_over() {
        story.tell(UUID.randomUUID(), "visit.something-else.v1", visit, 1, Map.of());
        heardAll(2);

        assertThat(parked(visit)).isEmpty();
    }

    @Test
    void an_event_that_cannot_be_understood_is_parked_with_its_followers_and_others_go_on() {
        story.tell(UUID.randomUUID(), OVERDUE, visit, 1, with(missed("CLK-01", ""), "clocks", "soon"));
        story.tell(UUID.randomUUID(), SUBMITTED, visit, 2, missed("CLK-01", "2025-01-17"));
        var other = UUID.randomUUID();
        story.clock(SUBMITTED, other, "CLK-01", "MISSED", "2025-01-13", "2025-01-17");

        eventually(() -> assertThat(parked(visit)).hasSize(2));
        assertThat(parked(visit))
                .extracting(event -> event.get("reason").asString())
                .anyMatch(reason -> reason.contains("has no list of clocks"))
                .anyMatch(reason -> reason.contains("waits behind"));
        eventually(
                () -> assertThat(onlyFinding(2025).get("subjectId").asString()).isEqualTo(other.toString()));
    }

    @Test
    void a_clock_in_a_state_that_nobody_knows_is_not_guessed_at() {
        story.visit(OVERDUE, visit, Map.of("clocks", List.of(clock("CLK-01", "PAUSED", "2025-01-13", ""))));

        eventually(() -> assertThat(parked(visit)).hasSize(1));
    }

    @Test
    void something_that_is_no_event_at_all_is_parked() {
        told.garbage("fangwei.visit", visit, "{");

        eventually(() -> assertThat(parked(visit)).hasSize(1));
    }

    /** The next event of the visit has been heard, so all before it have been, too. */
    private void heardAll(long next) {
        story.tell(
                UUID.randomUUID(),
                APPROVED,
                visit,
                next,
                Map.of("visitId", visit, "clocks", List.of(clock("CLK-06", "MET", "2025-01-14", "2025-01-14"))));
        eventually(
                () -> assertThat(rule(score(2025), "E-B14-R1").get("population").asInt())
                        .isOne());
    }

    private Map<String, Object> missed(String rule, String endedOn) {
        return Map.of("visitId", visit, "clocks", List.of(clock(rule, "MISSED", "2025-01-13", endedOn)));
    }

    private List<Document> rows() {
        return mongo.getCollection("findings")
                .find(new Document("insurerId", story.insurer()))
                .into(new java.util.ArrayList<>());
    }

    private static List<Document> withoutGuard(List<Document> rows) {
        return rows.stream().map(Document::new).peek(row -> row.remove("seq")).toList();
    }

    private List<JsonNode> parked(UUID key) {
        return unchecked(() -> JsonMapper.shared()
                .readTree(http.perform(get("/api/evaluation/v1/parked?limit=200")
                                .header("Authorization", TestTokens.bearer(Callers.administrator())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .get("items")
                .valueStream()
                .filter(event -> event.get("key").asString().equals("fangwei.visit:" + key))
                .toList());
    }
}
