package io.fangwei.visit.visits;

import static io.fangwei.visit.Broken.assertBroken;
import static io.fangwei.visit.visits.VisitFixture.ANNA;
import static io.fangwei.visit.visits.VisitFixture.BO;
import static io.fangwei.visit.visits.VisitFixture.CHEN;
import static io.fangwei.visit.visits.VisitFixture.DAY;
import static io.fangwei.visit.visits.VisitFixture.DEADLINES;
import static io.fangwei.visit.visits.VisitFixture.appointment;
import static io.fangwei.visit.visits.VisitFixture.confirmed;
import static io.fangwei.visit.visits.VisitFixture.eligible;
import static io.fangwei.visit.visits.VisitFixture.notEligible;
import static io.fangwei.visit.visits.VisitFixture.planned;
import static io.fangwei.visit.visits.VisitFixture.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.people.Professional;
import io.fangwei.visit.people.Standing;
import io.fangwei.visit.problems.VisitRule;
import io.fangwei.visit.visits.VisitCommand.CheckOut;
import io.fangwei.visit.visits.VisitEvent.PresentParticipant;
import io.fangwei.visit.visits.VisitEvent.VisitServiceCompleted;
import io.fangwei.visit.visits.VisitEvent.VisitStarted;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingOnSiteTest {

    @Test
    @Requirement("CD-5.3.2a")
    void a_start_without_confirmation_is_told() {
        assertThat(start(planned(ServiceItem.TRAINING), ANNA, BO).startedWithoutConfirmation())
                .isTrue();
        assertThat(start(confirmed(ServiceItem.TRAINING), ANNA, BO).startedWithoutConfirmation())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "RISK_ASSESSMENT, true",
        "HAZARD_SCREENING, true",
        "TRAINING, false",
        "STANDARDIZATION, false",
        "EMERGENCY_PLAN_DRILL, false",
        "TECH_PROMOTION, false",
        "OTHER, false"
    })
    @Requirement({"CD-6.2.2.1", "CD-6.3.2.2b", "AMB-59"})
    void one_alone_on_site_is_told_where_two_are_needed(ServiceItem item, boolean tooFew) {
        assertThat(start(confirmed(item), ANNA).belowTwo()).isEqualTo(tooFew);
        assertThat(start(confirmed(item), ANNA, BO).belowTwo()).isFalse();
    }

    @Test
    @Requirement("CD-5.2.4d")
    void a_qualification_that_lapsed_since_the_assignment_is_told() {
        var lapsed = new Professional(BO, "INSTITUTION", null, DAY.minusDays(1));
        var lasting = new Professional(ANNA, "INSTITUTION", null, DAY);

        var event = (VisitStarted) confirmed(ServiceItem.TRAINING)
                .checkIn(Set.of(ANNA, BO), List.of(), Map.of(ANNA, lasting, BO, lapsed), DAY)
                .get(0);

        assertThat(event.participants())
                .extracting(
                        PresentParticipant::professionalId, PresentParticipant::eligible, PresentParticipant::reasons)
                .containsExactly(tuple(ANNA, true, List.of()), tuple(BO, false, List.of("NOT_QUALIFIED")));
    }

    @Test
    void somebody_never_checked_counts_as_not_eligible_when_the_service_starts() {
        var visit = Visit.plan(appointment(ServiceItem.TRAINING, DAY, ANNA), List.of(Standing.unchecked(ANNA)));

        assertThat(start(visit, ANNA).participants())
                .extracting(PresentParticipant::eligible, PresentParticipant::reasons)
                .containsExactly(tuple(false, List.of("UNCHECKED")));
    }

    @Test
    @Requirement("CD-5.2.4d")
    void whoever_comes_in_place_of_another_must_be_eligible_too() {
        var visit = confirmed(ServiceItem.TRAINING);
        assertThat(visit.replacementsAmong(Set.of(ANNA, CHEN))).containsExactly(CHEN);

        assertBroken(
                VisitRule.PROFESSIONAL_NOT_ELIGIBLE,
                () -> visit.checkIn(Set.of(ANNA, CHEN), List.of(notEligible(CHEN, "NOT_QUALIFIED")), Map.of(), DAY));
    }

    @Test
    void a_replacement_serves_and_whoever_stayed_away_does_not() {
        var visit = confirmed(ServiceItem.HAZARD_SCREENING);

        var event = (VisitStarted) visit.checkIn(Set.of(ANNA, CHEN), List.of(eligible(CHEN)), Map.of(), DAY)
                .get(0);

        assertThat(event.participants())
                .extracting(PresentParticipant::professionalId)
                .containsExactly(ANNA, CHEN);
        assertThat(event.belowTwo()).isFalse();
    }

    @Test
    @Requirement("CD-6.3.2.2b")
    void a_screening_ends_only_with_every_line_of_the_checklist_answered() {
        var visit = started(ServiceItem.HAZARD_SCREENING);

        assertBroken(VisitRule.CHECKLIST_INCOMPLETE, () -> visit.checkOut(new CheckOut(false), DAY, DEADLINES));
        visit.checkOut(new CheckOut(true), DAY, DEADLINES);

        assertThat(visit.getStage()).isEqualTo(Stage.SERVICE_DONE);
    }

    @Test
    void other_items_have_no_checklist() {
        var visit = started(ServiceItem.TRAINING);

        visit.checkOut(new CheckOut(false), DAY, DEADLINES);

        assertThat(visit.getStage()).isEqualTo(Stage.SERVICE_DONE);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-03, 2025-03-12",
        "2025-01-23, 2025-02-08",
        "2025-01-26, 2025-02-11",
        "2025-09-25, 2025-10-11",
        "2025-09-30, 2025-10-16"
    })
    @Requirement({"CLK-01", "AMB-01", "AMB-02", "AMB-03"})
    void the_record_is_due_seven_working_days_after_the_end_on_site(LocalDate ended, LocalDate due) {
        var event = end(started(ServiceItem.TRAINING, ended), ended);

        assertThat(event.clocks())
                .extracting(ClockFact::rule, ClockFact::state, ClockFact::start, ClockFact::due)
                .containsExactly(tuple("CLK-01", ClockFact.State.STARTED, ended, due));
    }

    @ParameterizedTest
    @CsvSource({"RISK_ASSESSMENT, CLK-04", "HAZARD_SCREENING, CLK-05"})
    @Requirement({"CLK-04", "CLK-05", "AMB-04"})
    void feedback_on_risk_and_screening_is_due_seven_working_days_after_the_end_on_site(ServiceItem item, String rule) {
        var ended = LocalDate.of(2025, 1, 23);

        assertThat(end(started(item, ended), ended).clocks())
                .extracting(ClockFact::rule, ClockFact::due)
                .containsExactly(tuple("CLK-01", LocalDate.of(2025, 2, 8)), tuple(rule, LocalDate.of(2025, 2, 8)));
    }

    private static VisitStarted start(Visit visit, UUID... present) {
        return (VisitStarted)
                visit.checkIn(Set.of(present), List.of(), Map.of(), DAY).get(0);
    }

    private static VisitServiceCompleted end(Visit visit, LocalDate day) {
        return (VisitServiceCompleted)
                visit.checkOut(new CheckOut(true), day, DEADLINES).get(0);
    }
}
