package io.fangwei.visit.hazards;

import static io.fangwei.visit.Broken.assertBroken;
import static io.fangwei.visit.hazards.HazardFixture.LIMIT;
import static io.fangwei.visit.hazards.HazardFixture.found;
import static io.fangwei.visit.hazards.HazardFixture.notice;
import static io.fangwei.visit.hazards.HazardFixture.notified;
import static io.fangwei.visit.hazards.HazardFixture.rectified;
import static io.fangwei.visit.hazards.HazardFixture.rectifying;
import static io.fangwei.visit.hazards.HazardFixture.refused;
import static io.fangwei.visit.hazards.HazardFixture.registration;
import static io.fangwei.visit.hazards.HazardFixture.withMeasures;
import static io.fangwei.visit.visits.VisitFixture.DAY;
import static io.fangwei.visit.visits.VisitFixture.DEADLINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.ClockFact.State;
import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.visit.hazards.HazardCommand.Accept;
import io.fangwei.visit.hazards.HazardCommand.Rectify;
import io.fangwei.visit.hazards.HazardCommand.RefuseTreatment;
import io.fangwei.visit.hazards.HazardCommand.RegisterHazard;
import io.fangwei.visit.hazards.HazardCommand.SetMeasures;
import io.fangwei.visit.hazards.HazardEvent.HazardFound;
import io.fangwei.visit.hazards.HazardEvent.HazardNotified;
import io.fangwei.visit.hazards.HazardEvent.HazardOverdue;
import io.fangwei.visit.hazards.HazardEvent.HazardRectificationRefused;
import io.fangwei.visit.hazards.HazardEvent.HazardReportedToAuthority;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.problems.VisitRule;
import io.fangwei.visit.visits.VisitFixture;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreatingAHazardTest {

    @Test
    void hazards_are_found_while_the_visit_is_in_progress() {
        var visit = VisitFixture.planned(ServiceItem.TRAINING);

        assertBroken(
                VisitRule.VISIT_NOT_IN_PROGRESS,
                () -> Hazard.found(HazardFixture.HAZARD, visit, registration(HazardLevel.GENERAL), DAY, DEADLINES));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = " ")
    @Requirement({"CD-6.3.2.3a", "CD-6.3.2.3c"})
    void a_hazard_is_major_by_a_criterion(@Nullable String criterion) {
        var without = new RegisterHazard(
                "bridge", "equipment", null, HazardCause.UNSAFE_ACT, "Workshop 2", HazardLevel.MAJOR, criterion);

        assertBroken(
                VisitRule.CRITERION_REQUIRED,
                () -> Hazard.found(
                        HazardFixture.HAZARD, VisitFixture.started(ServiceItem.TRAINING), without, DAY, DEADLINES));
    }

    @Test
    @Requirement({"CD-6.3.1", "CD-6.3.2.3a"})
    void a_hazard_is_found_with_its_cause_and_classified_by_its_level() {
        var events = found(HazardLevel.MAJOR).registered();

        assertThat(events)
                .extracting(Event::type)
                .containsExactly("visit.hazard-found.v1", "visit.hazard-classified.v1");
        var found = (HazardFound) events.get(0);
        assertThat(found.level()).isEqualTo(HazardLevel.MAJOR);
        assertThat(found.cause()).isEqualTo(HazardCause.UNSAFE_STATE);
    }

    @ParameterizedTest
    @CsvSource({
        "MAJOR, CLK-11, 2025-03-03, 2025-03-03, MET",
        "MAJOR, CLK-11, 2025-03-03, 2025-03-04, MISSED",
        "MAJOR, CLK-11, 2025-01-28, 2025-01-28, MET",
        "GENERAL, CLK-10, 2025-03-03, 2025-03-12, MET",
        "GENERAL, CLK-10, 2025-03-03, 2025-03-13, MISSED",
        "GENERAL, CLK-10, 2025-01-23, 2025-02-08, MET",
        "GENERAL, CLK-10, 2025-01-23, 2025-02-09, MISSED"
    })
    @Requirement({"CD-5.3.2f", "CD-6.3.2.3b", "CD-6.3.2.3c", "CLK-10", "CLK-11", "AMB-13"})
    void a_major_hazard_is_notified_the_same_day_a_general_one_within_seven_working_days(
            HazardLevel level, String rule, LocalDate foundOn, LocalDate notifiedOn, State state) {
        var notified = (HazardNotified)
                found(level, foundOn).notifyCompany(notice(), notifiedOn).get(0);

        assertThat(notified.clocks())
                .extracting(ClockFact::rule, ClockFact::state)
                .containsExactly(tuple(rule, state));
    }

    @Test
    @Requirement("CLK-14")
    void the_treatment_limit_is_what_the_company_set_and_not_in_the_past() {
        var hazard = notified(HazardLevel.GENERAL);

        assertBroken(
                VisitRule.LIMIT_IN_THE_PAST,
                () -> hazard.setMeasures(
                        new SetMeasures("repair", DAY.minusDays(1), "Li Wei", "budget"), DAY, DEADLINES));
        hazard.setMeasures(HazardFixture.measures(), DAY, DEADLINES);

        assertThat(hazard.nextDue()).contains(LIMIT);
        assertThat(overdue(hazard, LIMIT)).isNull();
        assertThat(overdue(hazard, LIMIT.plusDays(1))).isEqualTo("CLK-14");
        assertThat(overdue(hazard, LIMIT.plusDays(2))).isNull();
    }

    @Test
    void a_treatment_that_is_not_accepted_goes_on_towards_the_same_limit_or_a_new_one() {
        var same = rectified(HazardLevel.GENERAL);
        assertBroken(
                VisitRule.REASON_REQUIRED,
                () -> same.accept(new Accept(false, null, null, null), "sp.anna", DAY, DEADLINES));
        same.accept(new Accept(false, "still open", null, null), "sp.anna", DAY, DEADLINES);
        assertThat(same.nextDue()).contains(LIMIT);

        var later = rectified(HazardLevel.GENERAL);
        later.accept(new Accept(false, "still open", null, LIMIT.plusDays(5)), "sp.anna", DAY, DEADLINES);
        assertThat(later.nextDue()).contains(LIMIT.plusDays(5));
        assertThat(later.getMeasures())
                .isNotNull()
                .extracting(Measures::rectifyBy)
                .isEqualTo(LIMIT.plusDays(5));
    }

    @Test
    @Requirement("AMB-64")
    void whoever_is_responsible_for_treating_a_major_hazard_does_not_accept_it() {
        var self = new Accept(true, null, "Li Wei", null);

        assertBroken(
                VisitRule.ACCEPTOR_IS_RESPONSIBLE,
                () -> rectified(HazardLevel.MAJOR).accept(self, "sp.anna", DAY, DEADLINES));
        assertThat(rectified(HazardLevel.GENERAL).accept(self, "sp.anna", DAY, DEADLINES))
                .extracting(Event::type)
                .containsExactly("visit.hazard-accepted.v1", "visit.hazard-closed.v1");
    }

    @ParameterizedTest
    @CsvSource({"2025-03-05, MET", "2025-03-06, MISSED"})
    @Requirement({"CD-6.3.2.3d", "CLK-12", "AMB-13"})
    void a_refused_major_hazard_is_reported_within_two_working_days(LocalDate reported, State state) {
        var hazard = withMeasures(HazardLevel.MAJOR);

        var refusal = (HazardRectificationRefused)
                hazard.refuse(new RefuseTreatment("letter"), DAY, DEADLINES).get(0);
        assertThat(refusal.clocks())
                .extracting(ClockFact::rule, ClockFact::due)
                .containsExactly(tuple("CLK-12", LocalDate.of(2025, 3, 5)));

        var report =
                (HazardReportedToAuthority) hazard.reportToAuthority(reported).get(0);
        assertThat(report.clocks())
                .extracting(ClockFact::rule, ClockFact::state)
                .containsExactly(tuple("CLK-12", state));
    }

    @Test
    @Requirement("CD-6.3.2.3d")
    void a_refused_general_hazard_is_not_reported_and_may_be_taken_up_again() {
        var hazard = refused(HazardLevel.GENERAL);

        assertBroken(VisitRule.MAJOR_ONLY, () -> hazard.reportToAuthority(DAY));
        hazard.startRectification(DAY);

        assertThat(hazard.getStatus()).isEqualTo(HazardStatus.RECTIFYING);
    }

    @Test
    void a_company_that_gives_in_after_refusing_any_measures_sets_them_first() {
        var hazard = notified(HazardLevel.MAJOR);
        hazard.refuse(new RefuseTreatment("letter"), DAY, DEADLINES);
        hazard.reportToAuthority(DAY);

        assertBroken(VisitRule.MEASURES_MISSING, () -> hazard.startRectification(DAY));
        hazard.setMeasures(HazardFixture.measures(), DAY, DEADLINES);
        hazard.startRectification(DAY);

        assertThat(hazard.getStatus()).isEqualTo(HazardStatus.RECTIFYING);
    }

    @Test
    @Requirement("CD-C.3.3c")
    void a_rectification_says_whether_it_kept_the_limit() {
        var late = (HazardEvent.HazardRectified) rectifying(HazardLevel.GENERAL)
                .rectify(new Rectify("done"), LIMIT.plusDays(1))
                .get(0);

        assertThat(late.clocks())
                .extracting(ClockFact::rule, ClockFact::state)
                .containsExactly(tuple("CLK-14", State.MISSED));
    }

    private static @Nullable String overdue(Hazard hazard, LocalDate today) {
        var events = hazard.noticeOverdue(today);
        return events.isEmpty()
                ? null
                : ((HazardOverdue) events.get(0)).clocks().get(0).rule();
    }
}
