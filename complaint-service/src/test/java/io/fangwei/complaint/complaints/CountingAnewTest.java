package io.fangwei.complaint.complaints;

import static io.fangwei.complaint.complaints.ComplaintFixture.CHECKING_DUE;
import static io.fangwei.complaint.complaints.ComplaintFixture.CHENGDU;
import static io.fangwei.complaint.complaints.ComplaintFixture.MANAGER_SUBJECT;
import static io.fangwei.complaint.complaints.ComplaintFixture.OFFICER_SUBJECT;
import static io.fangwei.complaint.complaints.ComplaintFixture.RECEIVED;
import static io.fangwei.complaint.complaints.ComplaintFixture.REPLY;
import static io.fangwei.complaint.complaints.ComplaintFixture.REPLY_DUE;
import static io.fangwei.complaint.complaints.ComplaintFixture.THREE_PARTS;
import static io.fangwei.complaint.complaints.ComplaintFixture.WINDOWS;
import static io.fangwei.complaint.complaints.ComplaintFixture.WITH_A_HOLIDAY;
import static io.fangwei.complaint.complaints.ComplaintFixture.registeredOn;
import static io.fangwei.complaint.complaints.ComplaintFixture.replied;
import static io.fangwei.complaint.complaints.ComplaintFixture.submitted;
import static io.fangwei.complaint.complaints.ComplaintFixture.submittedOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fangwei.complaint.complaints.ComplaintEvent.DeadlineRecalculated;
import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.ClockFact.State;
import io.fangwei.kernel.deadlines.ClockMove;
import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.deadlines.Recount;
import io.fangwei.kernel.tracing.Requirement;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CountingAnewTest {

    @Test
    void an_open_clock_moves_with_the_published_calendar_and_says_so_once() {
        var complaint = submitted();

        var events = complaint.recount(new Recount(WITH_A_HOLIDAY, RECEIVED));

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        DeadlineRecalculated.class,
                        told -> assertThat(told.clocks())
                                .extracting(ClockFact::rule, ClockFact::due, ClockFact::calendarVersion)
                                .containsExactly(tuple("CLK-08", REPLY_DUE.plusDays(1), "shipped-2026+2025.1")));
        assertThat(complaint.nextDue()).contains(REPLY_DUE.plusDays(1));
        assertThat(complaint.recount(new Recount(WITH_A_HOLIDAY, RECEIVED))).isEmpty();
    }

    @Test
    void what_was_never_late_by_the_published_calendar_is_not_noticed_as_late() {
        var complaint = submitted();
        complaint.recount(new Recount(WITH_A_HOLIDAY, RECEIVED));

        assertThat(complaint.noticeOverdue(REPLY_DUE.plusDays(1))).isEmpty();
        assertThat(complaint.noticeOverdue(REPLY_DUE.plusDays(2))).isNotEmpty();
    }

    @Test
    @Requirement("CLK-08")
    void an_overdue_that_the_published_calendar_takes_back_is_withdrawn_and_may_be_raised_later() {
        var complaint = submitted();
        complaint.noticeOverdue(REPLY_DUE.plusDays(1));

        assertThat(told(complaint, REPLY_DUE.plusDays(1)).clocks())
                .extracting(ClockFact::rule, ClockFact::state, ClockFact::due)
                .containsExactly(tuple("CLK-08", State.STARTED, REPLY_DUE.plusDays(1)));
        assertThat(complaint.getClocks().isAnyMissedOn(REPLY_DUE.plusDays(1))).isFalse();
        assertThat(complaint.nextDue()).contains(REPLY_DUE.plusDays(1));
        assertThat(complaint.noticeOverdue(REPLY_DUE.plusDays(2))).hasSize(1);
    }

    @Test
    void an_overdue_that_stays_one_is_told_with_its_new_due_day_and_not_raised_again() {
        var complaint = submitted();
        complaint.noticeOverdue(REPLY_DUE.plusDays(1));

        var told = told(complaint, REPLY_DUE.plusDays(2));

        assertThat(told.clocks())
                .extracting(ClockFact::rule, ClockFact::state, ClockFact::due)
                .containsExactly(tuple("CLK-08", State.MISSED, REPLY_DUE.plusDays(1)));
        assertThat(told.moved()).containsExactly(new ClockMove("CLK-08", RECEIVED, REPLY_DUE));
        assertThat(complaint.noticeOverdue(REPLY_DUE.plusDays(3))).isEmpty();
    }

    @Test
    @Requirement("CLK-08")
    void a_reply_that_was_late_is_in_time_if_the_published_calendar_says_so() {
        var complaint = submitted();
        complaint.noticeOverdue(REPLY_DUE.plusDays(1));
        replyTo(complaint, REPLY_DUE.plusDays(1));

        assertThat(told(complaint, CHECKING_DUE).clocks())
                .extracting(ClockFact::rule, ClockFact::state, ClockFact::endedOn)
                .contains(tuple("CLK-08", State.MET, REPLY_DUE.plusDays(1)));
        assertThat(complaint.recount(new Recount(WITH_A_HOLIDAY, CHECKING_DUE))).isEmpty();
    }

    @Test
    @Requirement("CLK-08")
    void a_reply_that_was_in_time_is_late_if_the_published_calendar_says_so() {
        var complaint = submittedOn(RECEIVED, new Deadlines(CHENGDU.rules(), WITH_A_HOLIDAY));
        replyTo(complaint, REPLY_DUE.plusDays(1));

        var events = complaint.recount(new Recount(CHENGDU.calendar(), CHECKING_DUE));

        assertThat(((DeadlineRecalculated) events.get(0)).clocks())
                .extracting(ClockFact::rule, ClockFact::state, ClockFact::due)
                .contains(tuple("CLK-08", State.MISSED, REPLY_DUE));
    }

    @Test
    void the_same_calendar_moves_nothing() {
        assertThat(submitted().recount(new Recount(CHENGDU.calendar(), RECEIVED)))
                .isEmpty();
    }

    @Test
    void a_year_that_begins_after_all_its_due_days_need_not_look_at_it() {
        assertThat(submitted().lastDue()).contains(CHECKING_DUE);
        assertThat(replied().lastDue()).contains(CHECKING_DUE);
    }

    private static DeadlineRecalculated told(Complaint complaint, LocalDate today) {
        return (DeadlineRecalculated)
                complaint.recount(new Recount(WITH_A_HOLIDAY, today)).get(0);
    }

    private static void replyTo(Complaint complaint, LocalDate day) {
        registeredOn(complaint, day);
        complaint.draftReply(REPLY, THREE_PARTS, OFFICER_SUBJECT, day);
        complaint.approveReply(REPLY, MANAGER_SUBJECT, day, WINDOWS);
    }
}
