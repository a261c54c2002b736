package io.fangwei.complaint.complaints;

import static io.fangwei.complaint.complaints.ComplaintFixture.CHECKING_DUE;
import static io.fangwei.complaint.complaints.ComplaintFixture.CHENGDU;
import static io.fangwei.complaint.complaints.ComplaintFixture.REPLY_DUE;
import static io.fangwei.complaint.complaints.ComplaintFixture.WITH_A_HOLIDAY;
import static io.fangwei.complaint.complaints.ComplaintFixture.extended;
import static io.fangwei.complaint.complaints.ComplaintFixture.replied;
import static io.fangwei.complaint.complaints.ComplaintFixture.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fangwei.complaint.complaints.ComplaintEvent.DeadlineRecalculated;
import io.fangwei.kernel.deadlines.ClockFact;
import org.junit.jupiter.api.Test;

class CountingAnewTest {

    @Test
    void an_open_clock_moves_with_the_published_calendar_and_says_so_once() {
        var complaint = submitted();

        var events = complaint.recount(WITH_A_HOLIDAY);

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        DeadlineRecalculated.class,
                        told -> assertThat(told.clocks())
                                .extracting(ClockFact::rule, ClockFact::due, ClockFact::calendarVersion)
                                .containsExactly(tuple("CLK-08", REPLY_DUE.plusDays(1), "shipped-2026+2025.1")));
        assertThat(complaint.nextDue()).contains(REPLY_DUE.plusDays(1));
        assertThat(complaint.recount(WITH_A_HOLIDAY)).isEmpty();
    }

    @Test
    void what_was_never_late_by_the_published_calendar_is_not_noticed_as_late() {
        var complaint = submitted();
        complaint.recount(WITH_A_HOLIDAY);

        assertThat(complaint.noticeOverdue(REPLY_DUE.plusDays(1))).isEmpty();
        assertThat(complaint.noticeOverdue(REPLY_DUE.plusDays(2))).isNotEmpty();
    }

    @Test
    void clocks_that_have_ended_or_were_told_missed_stay() {
        assertThat(replied().recount(WITH_A_HOLIDAY)).isEmpty();
        assertThat(extended().recount(WITH_A_HOLIDAY)).isEmpty();
        var late = submitted();
        late.noticeOverdue(CHECKING_DUE.plusDays(1));
        assertThat(late.recount(WITH_A_HOLIDAY)).isEmpty();
    }

    @Test
    void the_same_calendar_moves_nothing() {
        assertThat(submitted().recount(CHENGDU.calendar())).isEmpty();
    }
}
