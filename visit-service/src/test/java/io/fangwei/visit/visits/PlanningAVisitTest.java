package io.fangwei.visit.visits;

import static io.fangwei.visit.Broken.assertBroken;
import static io.fangwei.visit.visits.VisitFixture.ANNA;
import static io.fangwei.visit.visits.VisitFixture.BO;
import static io.fangwei.visit.visits.VisitFixture.DAY;
import static io.fangwei.visit.visits.VisitFixture.STRANGER;
import static io.fangwei.visit.visits.VisitFixture.VISIT;
import static io.fangwei.visit.visits.VisitFixture.appointment;
import static io.fangwei.visit.visits.VisitFixture.eligible;
import static io.fangwei.visit.visits.VisitFixture.group;
import static io.fangwei.visit.visits.VisitFixture.notEligible;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.people.Standing;
import io.fangwei.visit.people.Standing.Eligibility;
import io.fangwei.visit.plans.PlanFixture;
import io.fangwei.visit.plans.ServicePlan;
import io.fangwei.visit.problems.VisitRule;
import io.fangwei.visit.visits.VisitCommand.PlanVisit;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlanningAVisitTest {

    @Test
    @Requirement("CD-5.2.5b")
    void a_planned_visit_says_who_goes_where_and_which_insurer_answers_for_it() {
        var visit = VisitFixture.planned(ServiceItem.TRAINING);

        var planned = visit.planned(DAY);

        assertThat(visit.getStage()).isEqualTo(Stage.PLANNED);
        assertThat(planned.insurerId()).isEqualTo(PlanFixture.INSURER);
        assertThat(planned.participants())
                .extracting(VisitEvent.PlannedParticipant::professionalId)
                .containsExactly(ANNA, BO);
    }

    @Test
    @Requirement("CD-5.3.1d")
    void no_visit_is_planned_before_both_sides_have_agreed_on_the_plan() {
        assertBroken(VisitRule.PLAN_NOT_AGREED, () -> appointmentUnder(PlanFixture.drafted(), ServiceItem.TRAINING));
    }

    @Test
    void no_visit_is_planned_of_an_item_outside_the_plan() {
        var plan = PlanFixture.drafted();
        plan.revise(PlanFixture.content(ServiceItem.HAZARD_SCREENING), DAY);
        plan.send(DAY);
        plan.confirm(io.fangwei.visit.plans.PlanSide.INSURED, DAY);
        plan.confirm(io.fangwei.visit.plans.PlanSide.INSURER, DAY);

        assertBroken(VisitRule.ITEM_NOT_IN_PLAN, () -> appointmentUnder(plan, ServiceItem.TRAINING));
    }

    @Test
    void no_visit_is_planned_under_a_policy_that_has_ended() {
        assertBroken(
                VisitRule.POLICY_NOT_ACTIVE,
                () -> appointment(ServiceItem.TRAINING, DAY, PlanFixture.policy(false), ANNA));
    }

    @ParameterizedTest
    @CsvSource({"2024-12-31, false", "2025-01-01, true", "2025-12-31, true", "2026-01-01, false"})
    void a_visit_lies_within_the_policy_first_and_last_day_included(LocalDate day, boolean within) {
        if (within) {
            assertThat(appointment(ServiceItem.TRAINING, day, ANNA).plannedOn()).isEqualTo(day);
        } else {
            assertBroken(VisitRule.OUTSIDE_POLICY_PERIOD, () -> appointment(ServiceItem.TRAINING, day, ANNA));
        }
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"CD-6.2.2.1", "CD-6.3.2.2b", "AMB-59", "AMB-15"})
    void risk_assessment_and_hazard_screening_need_two_professionals_all_else_one(ServiceItem item) {
        var two = item == ServiceItem.RISK_ASSESSMENT || item == ServiceItem.HAZARD_SCREENING;

        if (two) {
            assertBroken(VisitRule.TWO_PROFESSIONALS_REQUIRED, () -> appointment(item, DAY, ANNA));
        } else {
            assertThat(appointment(item, DAY, ANNA).professionalIds()).containsExactly(ANNA);
        }
        assertThat(appointment(item, DAY, ANNA, BO).professionalIds()).containsExactly(ANNA, BO);
    }

    @Test
    @Requirement({"CD-5.3.1a", "CD-5.3.1b"})
    void only_people_of_the_companys_group_are_sent() {
        assertBroken(VisitRule.NOT_IN_GROUP, () -> appointment(ServiceItem.TRAINING, DAY, ANNA, STRANGER));
    }

    @ParameterizedTest
    @CsvSource({"NOT_QUALIFIED", "ITEM_NOT_COVERED"})
    @Requirement("CD-5.2.4d")
    void nobody_is_sent_who_is_not_qualified_for_the_item(String reason) {
        var appointment = appointment(ServiceItem.TRAINING, DAY, ANNA, BO);

        assertBroken(
                VisitRule.PROFESSIONAL_NOT_ELIGIBLE,
                () -> Visit.plan(appointment, List.of(eligible(ANNA), notEligible(BO, reason))));
    }

    @Test
    @Requirement({"CD-5.2.5a", "CLK-25"})
    void nobody_is_sent_without_an_agreement_in_force_on_the_day() {
        var appointment = appointment(ServiceItem.TRAINING, DAY, ANNA);

        assertBroken(
                VisitRule.PROFESSIONAL_NOT_ELIGIBLE,
                () -> Visit.plan(appointment, List.of(notEligible(ANNA, "NO_AGREEMENT"))));
    }

    @Test
    void whoever_could_not_be_checked_may_be_planned_and_is_resolved_by_the_late_answer() {
        var visit = Visit.plan(
                appointment(ServiceItem.TRAINING, DAY, ANNA, BO), List.of(eligible(ANNA), Standing.unchecked(BO)));
        assertThat(visit.planned(DAY).participants())
                .extracting(VisitEvent.PlannedParticipant::eligibility)
                .containsExactly(Eligibility.ELIGIBLE, Eligibility.UNCHECKED);

        assertThat(visit.resolve(List.of(notEligible(ANNA, "NO_AGREEMENT"), eligible(BO)), DAY))
                .hasSize(1);

        assertThat(visit.getParticipants().people())
                .extracting(Participant::eligibility)
                .containsExactly(Eligibility.ELIGIBLE, Eligibility.ELIGIBLE);
        assertThat(visit.resolve(List.of(eligible(BO)), DAY)).isEmpty();
    }

    @Test
    void an_answer_that_comes_after_the_start_changes_nothing() {
        var visit = Visit.plan(appointment(ServiceItem.TRAINING, DAY, ANNA), List.of(Standing.unchecked(ANNA)));
        visit.checkIn(Set.of(ANNA), List.of(), java.util.Map.of(), DAY);

        assertThat(visit.resolve(List.of(eligible(ANNA)), DAY)).isEmpty();
    }

    private static Appointment appointmentUnder(ServicePlan plan, ServiceItem item) {
        var command = new PlanVisit(PlanFixture.PLAN, item, DAY, "Workshop 2", Set.of(ANNA));
        return Appointment.of(VISIT, command, plan, PlanFixture.policy(), group());
    }
}
