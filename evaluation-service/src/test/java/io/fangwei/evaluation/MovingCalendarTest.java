package io.fangwei.evaluation;

import static io.fangwei.evaluation.Story.clock;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.tracing.Requirement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A year of the calendar was published after clocks had ended: findings follow where the clocks stand now (D4). */
class MovingCalendarTest extends EvaluationTest {

    private static final String RECOUNTED = "visit.deadline-recalculated.v1";

    private final UUID visit = UUID.randomUUID();

    @Test
    @Requirement({"E-B11", "CLK-01"})
    void a_finding_whose_overdue_was_wrong_is_withdrawn_and_raised_again_when_it_is_late_after_all() {
        story.clock("visit.deadline-overdue.v1", visit, "CLK-01", "MISSED", "2025-01-13", "");
        eventually(() -> assertThat(status(2025)).isEqualTo("COUNTED"));

        moved("CLK-01", "STARTED", "2025-01-14", "", "2025-01-13");

        eventually(() -> assertThat(status(2025)).isEqualTo("WITHDRAWN"));
        assertThat(tally(2025, "E-B11-R1")).containsExactly(0, 0, 0);

        story.clock("visit.deadline-overdue.v1", visit, "CLK-01", "MISSED", "2025-01-14", "");

        eventually(() -> assertThat(status(2025)).isEqualTo("COUNTED"));
        assertThat(found(2025).get("due").asString()).isEqualTo("2025-01-14");
        assertThat(tally(2025, "E-B11-R1")).containsExactly(1, 0, 1);
    }

    @Test
    @Requirement("E-B11")
    void what_was_done_late_is_in_time_by_the_new_calendar_and_stays_an_occasion() {
        story.clock("visit.record-submitted.v1", visit, "CLK-01", "MISSED", "2025-01-13", "2025-01-14");
        eventually(() -> assertThat(status(2025)).isEqualTo("COUNTED"));

        moved("CLK-01", "MET", "2025-01-14", "2025-01-14", "2025-01-13");

        eventually(() -> assertThat(status(2025)).isEqualTo("WITHDRAWN"));
        assertThat(tally(2025, "E-B11-R1")).containsExactly(0, 0, 1);
    }

    @Test
    @Requirement("E-B14")
    void what_was_done_in_time_is_a_case_if_the_new_calendar_says_so() {
        story.clock("visit.callback-completed.v1", visit, "CLK-06", "MET", "2025-01-13", "2025-01-13");
        eventually(() -> assertThat(tally(2025, "E-B14-R1")).containsExactly(0, 0, 1));

        moved("CLK-06", "MISSED", "2025-01-10", "2025-01-13", "2025-01-13");

        eventually(() -> assertThat(status(2025)).isEqualTo("COUNTED"));
        assertThat(found(2025).get("evidence").get("type").asString()).isEqualTo(RECOUNTED);
        assertThat(found(2025).get("endedOn").asString()).isEqualTo("2025-01-13");
        assertThat(tally(2025, "E-B14-R1")).containsExactly(1, 0, 1);
    }

    @Test
    @Requirement("AMB-25")
    void a_case_with_two_grounds_keeps_the_one_that_is_left() {
        story.clock("visit.record-submitted.v1", visit, "CLK-01", "MISSED", "2025-01-13", "2025-01-14");
        story.clock("visit.record-approved.v1", visit, "CLK-02", "MISSED", "2025-01-20", "2025-01-22");
        eventually(() -> assertThat(tally(2025, "E-B11-R1")).containsExactly(1, 0, 1));

        moved("CLK-01", "MET", "2025-01-14", "2025-01-14", "2025-01-13");

        eventually(() -> assertThat(status(2025)).isEqualTo("CANDIDATE"));
        assertThat(found(2025).get("clock").asString()).isEqualTo("CLK-02");
        assertThat(tally(2025, "E-B11-R1")).containsExactly(0, 1, 1);
    }

    @Test
    @Requirement("AMB-72")
    void a_case_moves_to_the_year_in_which_it_is_due_now() {
        story.clock("visit.record-submitted.v1", visit, "CLK-01", "MISSED", "2025-12-31", "2026-01-08");
        eventually(() -> assertThat(tally(2025, "E-B11-R1")).containsExactly(1, 0, 1));

        moved("CLK-01", "MISSED", "2026-01-05", "2026-01-08", "2025-12-31");

        eventually(() -> assertThat(status(2026)).isEqualTo("COUNTED"));
        assertThat(tally(2026, "E-B11-R1")).containsExactly(1, 0, 1);
        assertThat(tally(2025, "E-B11-R1")).containsExactly(0, 0, 0);
        eventually(() -> assertThat(findings(2025, "")).isEmpty());
    }

    @Test
    @Requirement("AMB-07")
    void a_company_that_could_not_be_reached_stays_for_the_assessor_to_judge() {
        story.clock("visit.callback-unreachable.v1", visit, "CLK-06", "MISSED", "2025-01-13", "2025-01-14");
        eventually(() -> assertThat(status(2025)).isEqualTo("COUNTED"));

        moved("CLK-06", "MET", "2025-01-14", "2025-01-14", "2025-01-13");

        eventually(() -> assertThat(status(2025)).isEqualTo("CANDIDATE"));
    }

    @Test
    void a_clock_that_runs_and_moves_is_neither_a_case_nor_an_occasion() {
        moved("CLK-01", "STARTED", "2025-01-14", "", "2025-01-13");
        story.archived(visit, "MET", "2025-01-22", "2025-01-20");

        eventually(() -> assertThat(tally(2025, "E-B15-R1")).containsExactly(0, 0, 1));
        assertThat(tally(2025, "E-B11-R1")).containsExactly(0, 0, 0);
        eventually(() -> assertThat(findings(2025, "")).isEmpty());
    }

    private void moved(String rule, String state, String due, String endedOn, String wasDue) {
        story.visit(
                RECOUNTED,
                visit,
                Map.of(
                        "clocks", List.of(clock(rule, state, due, endedOn)),
                        "moved", List.of(Map.of("rule", rule, "start", "2025-01-02", "wasDue", wasDue))));
    }

    private String status(int year) throws Exception {
        return onlyFinding(year).get("status").asString();
    }

    private JsonNode found(int year) {
        return unchecked(() -> onlyFinding(year));
    }

    /** Cases that count, candidates, occasions. */
    private List<Integer> tally(int year, String id) {
        var rule = unchecked(() -> rule(score(year), id));
        return List.of(
                rule.get("cases").asInt(),
                rule.get("candidates").asInt(),
                rule.get("population").asInt());
    }
}
