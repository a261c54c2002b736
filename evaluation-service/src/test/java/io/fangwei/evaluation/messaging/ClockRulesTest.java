package io.fangwei.evaluation.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.evaluation.findings.Finding.Mode;
import io.fangwei.kernel.deadlines.RulePacks;
import io.fangwei.kernel.scoring.ScoringModel;
import io.fangwei.kernel.tracing.Requirement;
import org.junit.jupiter.api.Test;

class ClockRulesTest {

    private final ClockRules table = ClockRules.read();

    @Test
    void every_row_names_a_clock_of_the_rule_pack_and_a_rule_of_the_model_once() {
        var pack = RulePacks.read(RulePacks.CHENGDU);
        var model = ScoringModel.read("cd-appendix-e");

        assertThat(table.clocks())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(model.rule(row.rule()).id()).isEqualTo(row.rule()))
                .allSatisfy(row -> assertThat(pack.clock(row.clock()).rule()).isEqualTo(row.clock()))
                .extracting(ClockRule::clock)
                .doesNotHaveDuplicates();
    }

    @Test
    @Requirement("AMB-05")
    void a_target_without_a_figure_in_the_source_is_only_proposed() {
        var pack = RulePacks.read(RulePacks.CHENGDU);

        assertThat(table.clocks())
                .allSatisfy(row -> assertThat(row.mode() == Mode.AUTO)
                        .as(row.clock())
                        .isEqualTo(pack.clock(row.clock()).binding()));
    }
}
