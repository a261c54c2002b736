package io.fangwei.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.fangwei.kernel.tracing.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScoringModelTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ScoringModel e = ScoringModel.read("cd-appendix-e");
    private final ScoringModel stars = ScoringModel.read("sz-appendix-a");

    @TestFactory
    @Requirement({"CD-E.3", "CD-D.1"})
    Stream<DynamicTest> every_example_of_a_model_gives_its_total() {
        return Stream.of("cd-appendix-e", "cd-appendix-d1", "sz-appendix-a").flatMap(ScoringModelTest::examples);
    }

    @ParameterizedTest
    @CsvSource({
        "cd-appendix-e, CD-APP-E, 100, 30, 30, 3, 40",
        "cd-appendix-d1, CD-APP-D1, 100, 0, 14, 0, 16",
        "sz-appendix-a, SZ-APP-A, 100, 10, 19, 1, 56"
    })
    @Requirement("CD-E.3")
    void the_maxima_of_a_model_add_up(
            String name, String id, BigDecimal base, BigDecimal bonus, int baseCount, int bonusCount, int rules) {
        var model = ScoringModel.read(name);

        assertThat(model.modelId()).isEqualTo(id);
        assertThat(maxima(model, false)).isEqualByComparingTo(base).isEqualByComparingTo(model.baseMax());
        assertThat(maxima(model, true)).isEqualByComparingTo(bonus).isEqualByComparingTo(model.bonusMax());
        assertThat(model.totalMax()).isEqualByComparingTo(base.add(bonus));
        assertThat(model.indicators().stream().filter(one -> !one.isBonus())).hasSize(baseCount);
        assertThat(model.indicators().stream().filter(Indicator::isBonus)).hasSize(bonusCount);
        assertThat(model.rules()).hasSize(rules);
    }

    @Test
    @Requirement("CD-E.3")
    void appendix_e_has_30_60_and_10_points_and_a_bonus_of_30() {
        assertThat(e.groups())
                .extracting(IndicatorGroup::max)
                .extracting(BigDecimal::intValueExact)
                .containsExactly(30, 60, 10, 30);
    }

    @Test
    void rules_of_one_indicator_add_up_before_the_floor() {
        var sheet = e.score(Cases.none().with("E-B15-R1", 4).with("E-B15-R2", 5));

        assertThat(sheet.indicator("E-B15").score()).isEqualTo("0.00");
        assertThat(sheet.rule("E-B15-R1").deducted()).isEqualTo("2.00");
        assertThat(sheet.rule("E-B15-R2").deducted()).isEqualTo("2.50");
        assertThat(sheet.total()).isEqualTo("97.00");
    }

    @Test
    void a_total_may_be_asked_of_some_indicators_only() {
        var sheet = e.score(Cases.none().with("E-B14-R1", 1).with("E-A1-R1", 1).with("E-P1-R1", 9));

        assertThat(sheet.total(Set.of("E-B14", "E-C3"))).isEqualTo("4.50");
        assertThat(sheet.baseMax(Set.of("E-B14", "E-C3", "E-P1"))).isEqualTo("5.00");
        assertThat(sheet.total(Set.of("E-B14", "E-P1"))).isEqualTo("11.50");
        assertThat(sheet.total(Set.of())).isEqualTo("0.00");
    }

    @Test
    void a_share_takes_its_part_and_only_what_is_shown_is_rounded() {
        var third = new BigDecimal("0.333333");

        var sheet = stars.score(
                Cases.none().with("SZ-A-06-R2", third).with("SZ-A-06-R3", third).with("SZ-A-19-R1", 10));

        assertThat(sheet.rule("SZ-A-06-R2").deducted()).isEqualTo("0.67");
        assertThat(sheet.indicator("SZ-A-06").score()).isEqualTo("3.67");
        assertThat(sheet.total()).isEqualTo("98.67");
    }

    @Test
    void a_mean_that_nobody_gave_is_no_score() {
        assertThat(stars.score(Cases.none()).indicator("SZ-A-19").score()).isEqualTo("0.00");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "1, 5.00", "2, 5.00", "3, 4.00", "10, 1.00", "11, 0.00"})
    void a_rank_earns_what_the_table_says(int rank, String points) {
        assertThat(stars.score(Cases.none().with("SZ-A-20-R1", rank))
                        .rule("SZ-A-20-R1")
                        .added())
                .isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"90, FIVE_STAR", "89.99, FOUR_STAR", "75, FOUR_STAR", "60, THREE_STAR", "59.99, NOT_RATED"})
    void a_grade_begins_at_its_lower_bound(BigDecimal total, String grade) {
        assertThat(stars.grade(total)).contains(grade);
    }

    @Test
    void a_model_without_grades_gives_none() {
        assertThat(e.grade(BigDecimal.TEN)).isEmpty();
    }

    @Test
    void a_bonus_rule_adds_and_takes_nothing() {
        var rule = e.score(Cases.none().with("E-P1-R1", 3)).rule("E-P1-R1");

        assertThat(rule.added()).isEqualTo("6.00");
        assertThat(rule.deducted()).isEqualTo("0.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            E-Z9-R1    | 1    | CD-APP-E 1.0.0 has no rule E-Z9-R1
            E-B14-R1   | -1   | E-B14-R1 takes a count from 0 on, not -1
            E-B14-R1   | 1.5  | E-B14-R1 takes a count from 0 on, not 1.5
            E-B7-R1    | -1   | E-B7-R1 takes a count from 0 on, not -1
            E-A6-R1    | 4.01 | E-A6-R1 takes points from 0 to 4, not 4.01
            E-A6-R1    | -0.5 | E-A6-R1 takes points from 0 to 4, not -0.5
            """)
    void a_figure_that_a_rule_cannot_take_is_refused(String rule, BigDecimal figure, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> e.score(Cases.none().with(rule, figure)))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"SZ-A-06-R2, 1.01", "SZ-A-06-R2, -0.1", "SZ-A-19-R1, 10.5", "SZ-A-20-R1, -2"})
    void a_share_a_mean_and_a_rank_have_bounds_too(String rule, BigDecimal figure) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stars.score(Cases.none().with(rule, figure)))
                .withMessageStartingWith(rule + " takes ");
    }

    @Test
    void points_of_discretion_may_take_all() {
        var sheet = e.score(Cases.none().with("E-A6-R1", new BigDecimal("4.00")));

        assertThat(sheet.indicator("E-A6").score()).isEqualTo("0.00");
    }

    @Test
    void one_rule_has_one_figure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cases.none().with("E-A6-R1", 1).with("E-A6-R1", 2))
                .withMessage("E-A6-R1 has two figures");
    }

    @Test
    void a_rule_knows_its_indicator_and_a_model_its_name() {
        assertThat(e.indicatorOf("E-B15-R2").code()).isEqualTo("E-B15");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoringModel.read("nothing"))
                .withMessage("There is no scoring model nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> e.indicator("E-B99"))
                .withMessage("CD-APP-E 1.0.0 has no indicator E-B99");
    }

    @Test
    void a_model_that_does_not_add_up_cannot_be() {
        var two = new Indicator(
                "I", "一", "one", BigDecimal.valueOf(2), e.indicator("E-B14").rules());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndicatorGroup("G", "组", "group", BigDecimal.valueOf(3), List.of(two)))
                .withMessage("Group G has 3 points, its indicators 2");
    }

    @Test
    void a_rule_stands_in_a_model_once() {
        var group = e.groups().get(2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoringModel(
                        "M", "1", "型", "model", e.baseMax(), e.bonusMax(), e.totalMax(), null, List.of(group, group)))
                .withMessage("M has E-C1 twice");
    }

    private static BigDecimal maxima(ScoringModel model, boolean bonus) {
        return model.indicators().stream()
                .filter(one -> one.isBonus() == bonus)
                .map(Indicator::max)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stream<DynamicTest> examples(String name) {
        var model = ScoringModel.read(name);
        return file(name).get("examples").values().stream()
                .map(example -> dynamicTest(name + ": " + example.get("name").asString(), () -> {
                    var total = model.score(cases(model, example)).total();
                    assertThat(total)
                            .isEqualByComparingTo(example.get("expectedTotal").decimalValue());
                    assertThat(total.scale()).isEqualTo(2);
                    assertThat(model.grade(total).orElse(""))
                            .isEqualTo(example.path("expectedGrade").asString(""));
                }));
    }

    private static Cases cases(ScoringModel model, JsonNode example) {
        var cases = Cases.none();
        for (var one : example.get("cases").properties()) {
            cases = cases.with(one.getKey(), one.getValue().decimalValue());
        }
        for (var one : example.path("averages").properties()) {
            cases = cases.with(
                    model.indicator(one.getKey()).rules().get(0).id(),
                    one.getValue().decimalValue());
        }
        return cases;
    }

    private static JsonNode file(String name) {
        try (var in = ScoringModelTest.class.getResourceAsStream("/scoring/" + name + ".json")) {
            return JSON.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
