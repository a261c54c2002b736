package io.fangwei.evaluation.scores;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.scoring.ScoringModel;
import io.fangwei.kernel.tracing.Requirement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class YearScoreTest {

    private final ScoringModel model = ScoringModel.read("cd-appendix-e");

    @Test
    void what_is_only_proposed_takes_no_points_and_evaluates_nothing() {
        var score = score(Map.of("E-B6-R1", new RuleTally(0, 4, 4), "E-B5-R1", new RuleTally(0, 1, 3)));

        assertThat(score.evaluated()).isOne();
        assertThat(score.total()).isEqualTo("5.00");
        assertThat(line(score, "E-B6").score()).isNull();
        assertThat(line(score, "E-B5").rules().get(0).candidates()).isOne();
    }

    @Test
    @Requirement("CD-E.3")
    void points_never_fall_below_zero_and_the_deduction_is_still_told() {
        var score = score(Map.of("E-C3-R1", new RuleTally(8, 0, 9)));

        assertThat(score.total()).isEqualTo("0.00");
        assertThat(score.evaluatedMax()).isEqualTo("3.00");
        assertThat(line(score, "E-C3").rules().get(0).deducted()).isEqualTo("4.00");
        assertThat(line(score, "E-C3").rules().get(0).population()).isEqualTo(9);
    }

    @Test
    void a_case_is_a_fact_even_if_nothing_else_is_known() {
        assertThat(score(Map.of("E-B8-R1", new RuleTally(1, 0, 0))).evaluated()).isOne();
    }

    @Test
    @Requirement("CD-E.3")
    void every_indicator_of_the_model_is_shown_in_its_group() {
        var score = score(Map.of());

        assertThat(score.of()).isEqualTo(30);
        assertThat(score.groups()).extracting(YearScore.Group::code).containsExactly("A", "B", "C", "P");
        assertThat(score.groups())
                .extracting(group -> group.indicators().size())
                .containsExactly(8, 19, 3, 3);
    }

    private YearScore score(Map<String, RuleTally> tallies) {
        return YearScore.of(model, UUID.randomUUID(), 2025, tallies);
    }

    private static YearScore.Line line(YearScore score, String code) {
        return score.groups().stream()
                .flatMap(group -> group.indicators().stream())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
