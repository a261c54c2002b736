package io.fangwei.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.testing.TestDatabase;
import io.fangwei.kernel.tracing.Requirement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScoringAYearTest extends EvaluationTest {

    @Test
    @Requirement({"CD-9.1.1a", "CD-E.3"})
    void the_score_of_a_year_comes_from_its_findings_and_says_how_much_of_the_model_it_covers() {
        var story = this.story;
        for (var late = 0; late < 2; late++) {
            story.clock(
                    "visit.callback-completed.v1", UUID.randomUUID(), "CLK-06", "MISSED", "2025-01-13", "2025-01-15");
        }
        story.clock("visit.callback-completed.v1", UUID.randomUUID(), "CLK-06", "MET", "2025-01-13", "2025-01-13");
        story.archived(UUID.randomUUID(), "MISSED", "2025-01-13", "2025-01-14");

        eventually(() -> {
            var score = score(2025);
            assertThat(rule(score, "E-B14-R1").get("population").asInt()).isEqualTo(3);
            assertThat(score.get("total").asString()).isEqualTo("3.50");
        });
        var score = unchecked(() -> score(2025));
        assertThat(score.get("model").asString()).isEqualTo("CD-APP-E");
        assertThat(score.get("version").asString()).isEqualTo("1.0.0");
        assertThat(score.get("year").asInt()).isEqualTo(2025);
        assertThat(score.get("evaluatedMax").asString()).isEqualTo("5.00");
        assertThat(score.get("evaluated").asInt()).isEqualTo(2);
        assertThat(score.get("of").asInt()).isEqualTo(30);
        assertThat(indicator(score, "E-B14").get("score").asString()).isEqualTo("1.00");
        assertThat(indicator(score, "E-B14").get("nameZh").asString()).isEqualTo("服务回访");
        assertThat(rule(score, "E-B14-R1").get("cases").asInt()).isEqualTo(2);
        assertThat(rule(score, "E-B14-R1").get("deducted").asString()).isEqualTo("1.00");
    }

    @Test
    @Requirement("CD-9.1.1a")
    void a_year_without_facts_has_no_points_and_no_maximum() {
        eventually(() -> score(2031));

        var score = unchecked(() -> score(2031));

        assertThat(score.get("total").asString()).isEqualTo("0.00");
        assertThat(score.get("evaluatedMax").asString()).isEqualTo("0.00");
        assertThat(score.get("evaluated").asInt()).isZero();
        assertThat(score.get("groups")
                        .valueStream()
                        .flatMap(group -> group.get("indicators").valueStream()))
                .hasSize(33)
                .allMatch(one ->
                        one.get("score").isNull() && !one.get("evaluated").asBoolean());
    }

    @Test
    void the_cost_of_a_score_follows_the_cases_of_the_insurer_and_year() {
        for (var visit = 0; visit < 300; visit++) {
            story.clock(
                    "visit.callback-completed.v1", UUID.randomUUID(), "CLK-06", "MISSED", "2024-03-13", "2024-03-15");
        }
        for (var visit = 0; visit < 4; visit++) {
            story.clock(
                    "visit.callback-completed.v1", UUID.randomUUID(), "CLK-06", "MISSED", "2025-01-13", "2025-01-15");
        }
        eventually(() ->
                assertThat(rule(score(2024), "E-B14-R1").get("cases").asInt()).isEqualTo(300));
        eventually(() ->
                assertThat(rule(score(2025), "E-B14-R1").get("cases").asInt()).isEqualTo(4));

        TestDatabase.embedded().ifPresent(server -> {
            var before = server.documentsExamined();
            unchecked(() -> score(2025));
            assertThat(server.documentsExamined() - before).isLessThan(40);
        });
    }
}
