package io.fangwei.visit.visits;

import static io.fangwei.visit.visits.VisitFixture.DAY;
import static io.fangwei.visit.visits.VisitFixture.DEADLINES;
import static io.fangwei.visit.visits.VisitFixture.MANAGER;
import static io.fangwei.visit.visits.VisitFixture.WITH_A_HOLIDAY;
import static io.fangwei.visit.visits.VisitFixture.done;
import static io.fangwei.visit.visits.VisitFixture.rejection;
import static io.fangwei.visit.visits.VisitFixture.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.ClockFact.State;
import io.fangwei.kernel.deadlines.ClockMove;
import io.fangwei.kernel.deadlines.Recount;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.visit.items.ServiceItem;
import io.fangwei.visit.visits.VisitEvent.DeadlineRecalculated;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountingAnewTest {

    /** Of the record, without the holiday. */
    private static final LocalDate DUE = LocalDate.of(2025, 3, 12);

    @Test
    @Requirement("CLK-01")
    void an_overdue_that_the_published_calendar_takes_back_is_withdrawn_and_may_be_raised_later() {
        var visit = done(ServiceItem.TRAINING, DAY);
        visit.noticeOverdue(DUE.plusDays(1));

        var told = recounted(visit, DUE.plusDays(1));

        assertThat(told.clocks())
                .extracting(ClockFact::rule, ClockFact::state, ClockFact::due, ClockFact::endedOn)
                .containsExactly(tuple("CLK-01", State.STARTED, DUE.plusDays(1), null));
        assertThat(told.moved()).containsExactly(new ClockMove("CLK-01", DAY, DUE));
        assertThat(visit.nextDue()).contains(DUE.plusDays(1));
        assertThat(visit.noticeOverdue(DUE.plusDays(1))).isEmpty();
        assertThat(visit.noticeOverdue(DUE.plusDays(2))).hasSize(1);
    }

    @Test
    void an_overdue_that_stays_one_is_told_with_its_new_due_day_and_not_raised_again() {
        var visit = done(ServiceItem.TRAINING, DAY);
        visit.noticeOverdue(DUE.plusDays(1));

        assertThat(recounted(visit, DUE.plusDays(2)).clocks())
                .extracting(ClockFact::state, ClockFact::due)
                .containsExactly(tuple(State.MISSED, DUE.plusDays(1)));
        assertThat(visit.noticeOverdue(DUE.plusDays(3))).isEmpty();
    }

    @Test
    @Requirement("CLK-01")
    void a_record_that_was_late_is_in_time_if_the_published_calendar_says_so_and_the_other_way_round() {
        var visit = done(ServiceItem.TRAINING, DAY);
        visit.noticeOverdue(DUE.plusDays(1));
        submit(visit, DUE.plusDays(1));

        assertThat(recounted(visit, DUE.plusDays(30)).clocks())
                .extracting(ClockFact::rule, ClockFact::state, ClockFact::endedOn)
                .contains(tuple("CLK-01", State.MET, DUE.plusDays(1)));
        assertThat(visit.recount(new Recount(WITH_A_HOLIDAY, DUE.plusDays(30)))).isEmpty();

        var back = visit.recount(new Recount(DEADLINES.calendar(), DUE.plusDays(30)));
        assertThat(((DeadlineRecalculated) back.get(0)).clocks())
                .extracting(ClockFact::rule, ClockFact::state, ClockFact::due)
                .contains(tuple("CLK-01", State.MISSED, DUE));
    }

    @Test
    @Requirement("AMB-06")
    void a_record_that_is_returned_after_its_overdue_was_withdrawn_may_become_overdue_again() {
        var visit = done(ServiceItem.TRAINING, DAY);
        visit.noticeOverdue(DUE.plusDays(1));
        submit(visit, DUE.plusDays(1));
        recounted(visit, DUE.plusDays(1));
        visit.review(rejection(), MANAGER, DUE.plusDays(1), DEADLINES);

        assertThat(visit.noticeOverdue(DUE.plusDays(1))).isEmpty();
        assertThat(visit.noticeOverdue(DUE.plusDays(2))).hasSize(1);
    }

    @Test
    void the_last_due_day_of_all_its_clocks_says_which_years_concern_it() {
        var visit = done(ServiceItem.TRAINING, DAY);
        assertThat(visit.lastDue()).contains(DUE);

        visit.noticeOverdue(DUE.plusDays(1));
        assertThat(visit.nextDue()).isEmpty();
        assertThat(visit.lastDue()).contains(DUE);
    }

    private static DeadlineRecalculated recounted(Visit visit, LocalDate today) {
        List<VisitEvent> events = visit.recount(new Recount(WITH_A_HOLIDAY, today));
        return (DeadlineRecalculated) events.get(0);
    }
}
