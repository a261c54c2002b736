package io.fangwei.visit.visits;

import static io.fangwei.visit.visits.VisitFixture.DAY;
import static io.fangwei.visit.visits.VisitFixture.DEADLINES;
import static io.fangwei.visit.visits.VisitFixture.MANAGER;
import static io.fangwei.visit.visits.VisitFixture.done;
import static io.fangwei.visit.visits.VisitFixture.rejection;
import static io.fangwei.visit.visits.VisitFixture.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.ClockFact.State;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.visits.VisitEvent.DeadlineOverdue;
import io.fangwei.visit.visits.VisitEvent.RecordSubmitted;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticingOverdueClocksTest {

    private static final LocalDate DUE = LocalDate.of(2025, 3, 12);

    @Test
    @Requirement("AMB-02")
    void a_clock_is_overdue_from_the_day_after_its_due_day() {
        var visit = done(ServiceItem.TRAINING, DAY);

        assertThat(visit.nextDue()).contains(DUE);
        assertThat(visit.noticeOverdue(DUE)).isEmpty();
        assertThat(rules(visit.noticeOverdue(DUE.plusDays(1)))).containsExactly("CLK-01");
    }

    @Test
    @Requirement({"CLK-01", "CLK-05"})
    void each_clock_is_told_once_and_by_an_event_of_its_own() {
        var visit = done(ServiceItem.HAZARD_SCREENING, DAY);

        assertThat(rules(visit.noticeOverdue(DUE.plusDays(1)))).containsExactly("CLK-01", "CLK-05");
        assertThat(visit.noticeOverdue(DUE.plusDays(2))).isEmpty();
        assertThat(visit.nextDue()).isEmpty();
    }

    @Test
    void a_record_that_comes_after_the_overdue_event_is_late_all_the_same() {
        var visit = done(ServiceItem.TRAINING, DAY);
        visit.noticeOverdue(DUE.plusDays(1));

        var submitted = (RecordSubmitted) submit(visit, DUE.plusDays(2)).get(0);

        assertThat(submitted.clocks())
                .extracting(ClockFact::rule, ClockFact::state, ClockFact::endedOn)
                .contains(tuple("CLK-01", State.MISSED, DUE.plusDays(2)));
    }

    @Test
    void a_returned_record_that_was_told_overdue_is_not_told_again() {
        var visit = done(ServiceItem.TRAINING, DAY);
        visit.noticeOverdue(DUE.plusDays(1));
        submit(visit, DUE.plusDays(2));
        visit.review(rejection(), MANAGER, DUE.plusDays(2), DEADLINES);

        assertThat(visit.noticeOverdue(DUE.plusDays(30))).isEmpty();
    }

    private static List<String> rules(List<VisitEvent> events) {
        return events.stream()
                .map(event -> ((DeadlineOverdue) event).clocks())
                .peek(clocks -> assertThat(clocks).hasSize(1).allMatch(clock -> clock.state() == State.MISSED))
                .map(clocks -> clocks.get(0).rule())
                .toList();
    }
}
