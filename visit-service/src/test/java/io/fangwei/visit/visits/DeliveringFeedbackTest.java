package io.fangwei.visit.visits;

import static io.fangwei.visit.visits.VisitFixture.DAY;
import static io.fangwei.visit.visits.VisitFixture.DEADLINES;
import static io.fangwei.visit.visits.VisitFixture.MANAGER;
import static io.fangwei.visit.visits.VisitFixture.approval;
import static io.fangwei.visit.visits.VisitFixture.approved;
import static io.fangwei.visit.visits.VisitFixture.done;
import static io.fangwei.visit.visits.VisitFixture.feedback;
import static io.fangwei.visit.visits.VisitFixture.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.ClockFact.State;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.visits.VisitEvent.FeedbackDelivered;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveringFeedbackTest {

    @ParameterizedTest
    @CsvSource({
        "RISK_ASSESSMENT, 2025-01-23, 2025-02-08, CLK-04, MET",
        "RISK_ASSESSMENT, 2025-01-23, 2025-02-09, CLK-04, MISSED",
        "HAZARD_SCREENING, 2025-09-25, 2025-10-11, CLK-05, MET",
        "HAZARD_SCREENING, 2025-09-25, 2025-10-12, CLK-05, MISSED"
    })
    @Requirement({"CD-5.3.3c", "CD-6.2.2.5", "CD-6.3.2.4", "CLK-04", "CLK-05"})
    void feedback_on_risk_and_screening_is_measured_from_the_end_on_site(
            ServiceItem item, LocalDate ended, LocalDate delivered, String rule, State state) {
        var visit = done(item, ended);
        submit(visit, ended.plusDays(1));
        visit.review(approval(), MANAGER, ended.plusDays(1), DEADLINES);

        assertThat(deliver(visit, delivered).clocks())
                .extracting(ClockFact::rule, ClockFact::state)
                .containsExactly(tuple(rule, state), tuple("CLK-06", State.STARTED));
    }

    @ParameterizedTest
    @CsvSource({"2025-03-06, MET", "2025-03-07, MISSED"})
    @Requirement({"CD-5.3.3c", "CLK-03", "AMB-05"})
    void feedback_on_general_items_is_measured_from_the_approval(LocalDate delivered, State state) {
        assertThat(deliver(approved(ServiceItem.TRAINING, DAY), delivered).clocks())
                .extracting(ClockFact::rule, ClockFact::state)
                .containsExactly(tuple("CLK-03", state), tuple("CLK-06", State.STARTED));
    }

    @Test
    @Requirement("CLK-06")
    void the_callback_is_due_seven_working_days_after_the_feedback() {
        var delivered = deliver(approved(ServiceItem.TRAINING, DAY), LocalDate.of(2025, 9, 30));

        assertThat(delivered.clocks())
                .extracting(ClockFact::rule, ClockFact::due)
                .contains(tuple("CLK-06", LocalDate.of(2025, 10, 16)));
    }

    @Test
    void the_company_acknowledges_once() {
        var visit = VisitFixture.delivered(ServiceItem.TRAINING, DAY);

        assertThat(visit.acknowledge(DAY.plusDays(1))).hasSize(1);
        assertThat(visit.acknowledge(DAY.plusDays(2))).isEmpty();
        assertThat(visit.getFeedback())
                .isNotNull()
                .extracting(Feedback::acknowledgedOn)
                .isEqualTo(DAY.plusDays(1));
    }

    private static FeedbackDelivered deliver(Visit visit, LocalDate day) {
        return (FeedbackDelivered) visit.deliver(feedback(), day, DEADLINES).get(0);
    }
}
