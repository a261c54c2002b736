package io.fangwei.visit.visits;

import static io.fangwei.visit.Broken.assertBroken;
import static io.fangwei.visit.visits.VisitFixture.COMPANY;
import static io.fangwei.visit.visits.VisitFixture.DAY;
import static io.fangwei.visit.visits.VisitFixture.DEADLINES;
import static io.fangwei.visit.visits.VisitFixture.STAFF;
import static io.fangwei.visit.visits.VisitFixture.planned;
import static io.fangwei.visit.visits.VisitFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.problems.VisitRule;
import io.fangwei.visit.visits.VisitCommand.Confirm;
import io.fangwei.visit.visits.VisitCommand.Refuse;
import io.fangwei.visit.visits.VisitCommand.Reschedule;
import io.fangwei.visit.visits.VisitEvent.NonCooperationReported;
import io.fangwei.visit.visits.VisitEvent.VisitRefusedByInsured;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreeingOnAVisitTest {

    @ParameterizedTest
    @CsvSource({"false, true, true", "true, false, true", "true, true, false"})
    @Requirement("CD-5.3.2a")
    void item_measures_and_time_must_all_be_confirmed(boolean item, boolean measures, boolean time) {
        assertBroken(
                VisitRule.THREE_POINTS_REQUIRED,
                () -> planned(ServiceItem.TRAINING).confirm(new Confirm(item, measures, time, null), COMPANY, DAY));
    }

    @Test
    @Requirement("CD-5.3.2a")
    void what_staff_records_for_the_company_needs_a_proof() {
        var visit = planned(ServiceItem.TRAINING);

        assertBroken(VisitRule.PROOF_REQUIRED, () -> visit.confirm(VisitFixture.confirmation(), STAFF, DAY));
        visit.confirm(new Confirm(true, true, true, "WECHAT"), STAFF, DAY);

        assertThat(visit.getStage()).isEqualTo(Stage.CONFIRMED);
    }

    @Test
    void the_reason_of_a_cancellation_is_told() {
        assertThat(planned(ServiceItem.TRAINING).cancel("FUNDS_SHORT", DAY))
                .extracting(Event::reasonCode)
                .containsExactly(java.util.Optional.of("FUNDS_SHORT"));
    }

    @ParameterizedTest
    @CsvSource({"2025-03-03, 2025-03-10", "2025-01-23, 2025-02-06", "2025-09-28, 2025-10-11"})
    @Requirement({"CD-5.1.5b", "CLK-13", "AMB-13"})
    void a_refusal_is_to_be_reported_within_five_working_days(LocalDate refusedOn, LocalDate due) {
        var visit = planned(ServiceItem.TRAINING);

        var refusal = (VisitRefusedByInsured) visit.refuse(new Refuse("GATE_CLOSED", "photo"), refusedOn, DEADLINES)
                .get(0);
        assertThat(refusal.clocks()).extracting(ClockFact::rule, ClockFact::due).containsExactly(clock("CLK-13", due));
        assertThat(visit.nextDue()).contains(due);

        var report = (NonCooperationReported)
                visit.reportNonCooperation(due.plusDays(1)).get(0);
        assertThat(report.clocks()).extracting(ClockFact::state).containsExactly(ClockFact.State.MISSED);
        assertThat(visit.nextDue()).isEmpty();
    }

    @Test
    void when_the_company_agrees_later_nothing_is_to_be_reported_any_more() {
        var visit = refused(ServiceItem.TRAINING);

        visit.reschedule(new Reschedule(DAY.plusDays(10), "COMPANY_AGREED"), DAY.plusDays(2));

        assertThat(visit.getStage()).isEqualTo(Stage.PLANNED);
        assertThat(visit.getPlannedOn()).isEqualTo(DAY.plusDays(10));
        assertThat(visit.nextDue()).isEmpty();
    }

    @Test
    void a_new_day_lies_within_the_policy_too() {
        assertBroken(
                VisitRule.OUTSIDE_POLICY_PERIOD,
                () -> planned(ServiceItem.TRAINING)
                        .reschedule(new Reschedule(LocalDate.of(2026, 1, 1), "COMPANY_ASKED"), DAY));
    }

    private static org.assertj.core.groups.Tuple clock(String rule, LocalDate due) {
        return org.assertj.core.groups.Tuple.tuple(rule, due);
    }
}
