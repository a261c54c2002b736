package io.fangwei.visit.plans;

import static io.fangwei.visit.Broken.assertBroken;
import static io.fangwei.visit.plans.PlanFixture.content;
import static io.fangwei.visit.plans.PlanFixture.drafted;
import static io.fangwei.visit.plans.PlanFixture.factors;
import static io.fangwei.visit.plans.PlanFixture.group;
import static io.fangwei.visit.plans.PlanFixture.policy;
import static io.fangwei.visit.plans.PlanFixture.sent;
import static io.fangwei.visit.visits.VisitFixture.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.plans.PlanContent.Factors;
import io.fangwei.visit.problems.VisitRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NegotiatingAPlanTest {

    private static final Map<String, Consumer<ServicePlan>> ACTS = Map.of(
            "revise", plan -> plan.revise(content(ServiceItem.OTHER), DAY),
            "send", plan -> plan.send(DAY),
            "requestChange", plan -> plan.requestChange("more drills", DAY),
            "confirm", plan -> plan.confirm(PlanSide.INSURED, DAY));

    private static final Map<String, Set<PlanStatus>> ALLOWED = Map.of(
            "revise", Set.of(PlanStatus.DRAFT),
            "send", Set.of(PlanStatus.DRAFT),
            "requestChange", Set.of(PlanStatus.NEGOTIATING),
            "confirm", Set.of(PlanStatus.NEGOTIATING));

    static Stream<Arguments> everyActAtEveryStatus() {
        return ACTS.keySet().stream()
                .sorted()
                .flatMap(act -> Stream.of(PlanStatus.values()).map(status -> Arguments.of(act, status)));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("everyActAtEveryStatus")
    @Requirement("CD-5.3.1c")
    void an_act_at_the_wrong_status_is_refused_and_changes_nothing(String act, PlanStatus status) {
        var plan = PlanFixture.at(status);

        if (ALLOWED.get(act).contains(status)) {
            ACTS.get(act).accept(plan);
            assertThat(plan).usingRecursiveComparison().isNotEqualTo(PlanFixture.at(status));
        } else {
            assertBroken(VisitRule.WRONG_STAGE, () -> ACTS.get(act).accept(plan));
            assertThat(plan).usingRecursiveComparison().isEqualTo(PlanFixture.at(status));
        }
    }

    @Test
    void a_plan_needs_a_policy_in_force() {
        assertBroken(
                VisitRule.POLICY_NOT_ACTIVE,
                () -> ServicePlan.draft(PlanFixture.PLAN, policy(false), group(), content()));
    }

    static Stream<Arguments> incompleteContents() {
        var full = content(ServiceItem.HAZARD_SCREENING);
        return Stream.of(
                Arguments.of("items", full(List.of(), "goals", "matters")),
                Arguments.of("measures", full(List.of(item(" ", "report", 1)), "goals", "matters")),
                Arguments.of("deliverables", full(List.of(item("look", null, 1)), "goals", "matters")),
                Arguments.of("frequency", full(List.of(item("look", "report", null)), "goals", "matters")),
                Arguments.of("expectedGoals", full(full.items(), null, "matters")),
                Arguments.of("supportMatters", full(full.items(), "goals", "")));
    }

    @ParameterizedTest(name = "without {0}")
    @MethodSource("incompleteContents")
    @Requirement("CD-5.3.1d")
    void a_plan_without_one_of_its_six_parts_is_not_sent(String missing, PlanContent content) {
        var plan = drafted(content);

        assertThat(content.missingParts()).containsExactly(missing);
        assertBroken(VisitRule.PLAN_INCOMPLETE, () -> plan.send(DAY));
    }

    static Stream<Factors> incompleteFactors() {
        return Stream.of(
                new Factors(null, "b", "c", "d", "e", "f"),
                new Factors("a", "", "c", "d", "e", "f"),
                new Factors("a", "b", null, "d", "e", "f"),
                new Factors("a", "b", "c", null, "e", "f"),
                new Factors("a", "b", "c", "d", " ", "f"),
                new Factors("a", "b", "c", "d", "e", null));
    }

    @ParameterizedTest
    @MethodSource("incompleteFactors")
    @Requirement("CD-5.3.1c")
    void a_plan_that_is_silent_about_one_of_six_factors_is_not_sent(Factors factors) {
        var full = content(ServiceItem.HAZARD_SCREENING);
        var plan = drafted(new PlanContent(full.items(), null, null, null, factors, "goals", "matters"));

        assertBroken(VisitRule.FACTORS_MISSING, () -> plan.send(DAY));
    }

    @Test
    @Requirement("CD-5.1.2a")
    void a_plan_that_leaves_out_a_contracted_item_is_not_sent() {
        var plan = drafted(content(ServiceItem.TRAINING));

        assertBroken(VisitRule.ITEM_NOT_COVERED, () -> plan.send(DAY));
    }

    @Test
    @Requirement("CD-5.3.1d")
    void a_plan_is_agreed_when_both_sides_have_confirmed_and_not_before() {
        var plan = sent();

        var first = plan.confirm(PlanSide.INSURED, DAY);
        assertThat(plan.getStatus()).isEqualTo(PlanStatus.NEGOTIATING);
        assertBroken(VisitRule.ALREADY_CONFIRMED, () -> plan.confirm(PlanSide.INSURED, DAY));
        var second = plan.confirm(PlanSide.INSURER, DAY);

        assertThat(plan.getStatus()).isEqualTo(PlanStatus.AGREED);
        assertThat(first).extracting(Event::type).containsExactly("visit.plan-confirmed.v1");
        assertThat(second).extracting(Event::type).containsExactly("visit.plan-confirmed.v1", "visit.plan-agreed.v1");
    }

    @Test
    void a_change_request_brings_the_plan_back_to_the_draft_and_takes_back_confirmations() {
        var plan = sent();
        plan.confirm(PlanSide.INSURER, DAY);

        plan.requestChange("two drills a year", DAY);
        plan.revise(content(ServiceItem.HAZARD_SCREENING, ServiceItem.EMERGENCY_PLAN_DRILL), DAY);
        plan.send(DAY);

        assertThat(plan.getConfirmedBy()).isEmpty();
        assertThat(plan.getChangeRequest()).isEqualTo("two drills a year");
        assertThat(plan.getStatus()).isEqualTo(PlanStatus.NEGOTIATING);
    }

    @Test
    void the_first_visit_puts_the_plan_into_execution_and_the_next_changes_nothing() {
        var plan = PlanFixture.agreed();

        assertThat(plan.start(DAY)).extracting(Event::type).containsExactly("visit.plan-started.v1");
        assertThat(plan.start(DAY)).isEmpty();
        assertThat(plan.getStatus()).isEqualTo(PlanStatus.IN_EXECUTION);
    }

    @Test
    void a_plan_ends_once_with_its_policy() {
        var plan = PlanFixture.agreed();

        assertThat(plan.terminate(DAY)).extracting(Event::type).containsExactly("visit.plan-terminated.v1");
        assertThat(plan.terminate(DAY)).isEmpty();
    }

    private static PlanContent full(List<PlannedItem> items, @Nullable String goals, @Nullable String matters) {
        return new PlanContent(items, null, null, null, factors(), goals, matters);
    }

    private static PlannedItem item(
            @Nullable String measures, @Nullable String deliverables, @Nullable Integer frequency) {
        return new PlannedItem(ServiceItem.HAZARD_SCREENING, measures, deliverables, frequency);
    }
}
