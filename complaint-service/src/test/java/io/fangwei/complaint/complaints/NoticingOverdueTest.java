package io.fangwei.complaint.complaints;

import static io.fangwei.complaint.complaints.ComplaintFixture.CHECKING_DUE;
import static io.fangwei.complaint.complaints.ComplaintFixture.MANAGER_SUBJECT;
import static io.fangwei.complaint.complaints.ComplaintFixture.OFFICER_SUBJECT;
import static io.fangwei.complaint.complaints.ComplaintFixture.REPLY;
import static io.fangwei.complaint.complaints.ComplaintFixture.REPLY_DUE;
import static io.fangwei.complaint.complaints.ComplaintFixture.THREE_PARTS;
import static io.fangwei.complaint.complaints.ComplaintFixture.WINDOWS;
import static io.fangwei.complaint.complaints.ComplaintFixture.dissatisfied;
import static io.fangwei.complaint.complaints.ComplaintFixture.extended;
import static io.fangwei.complaint.complaints.ComplaintFixture.registered;
import static io.fangwei.complaint.complaints.ComplaintFixture.replied;
import static io.fangwei.complaint.complaints.ComplaintFixture.submitted;
import static io.fangwei.kernel.deadlines.ClockFact.State.MISSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fangwei.complaint.complaints.ComplaintCommand.Escalate;
import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintClosed;
import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintEscalated;
import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintOverdue;
import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintReplied;
import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintWithdrawn;
import io.fangwei.complaint.rules.ComplaintRule;
import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.tracing.Requirement;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NoticingOverdueTest {

    @Test
    @Requirement({"CLK-08", "CLK-09"})
    void each_clock_is_noticed_once_and_not_on_its_last_day() {
        var complaint = submitted();

        assertThat(complaint.noticeOverdue(REPLY_DUE)).isEmpty();
        assertOverdue(complaint, REPLY_DUE.plusDays(1), "CLK-08");
        assertThat(complaint.nextDue()).contains(CHECKING_DUE);
        assertThat(complaint.noticeOverdue(CHECKING_DUE)).isEmpty();
        assertOverdue(complaint, CHECKING_DUE.plusDays(1), "CLK-09");
        assertThat(complaint.nextDue()).isEmpty();
        assertThat(complaint.noticeOverdue(CHECKING_DUE.plusDays(30))).isEmpty();
    }

    @Test
    void a_watch_that_was_away_tells_each_clock_by_an_event_of_its_own() {
        var events = registered().noticeOverdue(CHECKING_DUE.plusDays(5));

        assertThat(events)
                .extracting(event -> ((ComplaintOverdue) event).clocks().get(0).rule())
                .containsExactly("CLK-08", "CLK-09");
    }

    @Test
    void an_extended_complaint_waits_for_the_second_clock_only() {
        assertThat(extended().nextDue()).contains(CHECKING_DUE);
        assertThat(extended().noticeOverdue(CHECKING_DUE)).isEmpty();
    }

    @Test
    void a_late_reply_says_missed_although_it_was_noticed_before() {
        var complaint = registered();
        var late = REPLY_DUE.plusDays(2);
        complaint.noticeOverdue(REPLY_DUE.plusDays(1));

        complaint.draftReply(REPLY, THREE_PARTS, OFFICER_SUBJECT, late);
        var events = complaint.approveReply(REPLY, MANAGER_SUBJECT, late, WINDOWS);

        assertThat(((ComplaintReplied) events.get(0)).clocks().get(0))
                .extracting(ClockFact::rule, ClockFact::state, ClockFact::endedOn)
                .containsExactly("CLK-08", MISSED, late);
    }

    @Test
    void a_withdrawal_after_the_due_day_still_tells_the_breach_that_nobody_noticed() {
        var events = registered().withdraw(REPLY_DUE.plusDays(1));

        assertThat(((ComplaintWithdrawn) events.get(0)).clocks())
                .extracting(ClockFact::rule, ClockFact::state)
                .containsExactly(tuple("CLK-08", MISSED));
    }

    @Test
    void a_withdrawal_in_time_stops_both_clocks_without_a_breach() {
        var complaint = registered();

        var events = complaint.withdraw(REPLY_DUE);

        assertThat(((ComplaintWithdrawn) events.get(0)).clocks()).isEmpty();
        assertThat(complaint.getClocks().all())
                .extracting(clock -> clock.stateOn(LocalDate.of(2026, 1, 5)))
                .containsOnly(ReplyClock.State.STOPPED);
        assertThat(complaint.nextDue()).isEmpty();
    }

    @Test
    void an_escalation_tells_the_breach_and_the_second_clock_runs_on() {
        var complaint = registered();
        var toRegulator = new Escalate(EscalationTarget.FINANCIAL_REGULATOR, true);

        var events = complaint.escalate(toRegulator, true, REPLY_DUE.plusDays(1));

        assertThat(((ComplaintEscalated) events.get(0)).clocks())
                .extracting(ClockFact::rule, ClockFact::state)
                .containsExactly(tuple("CLK-08", MISSED));
        assertOverdue(complaint, CHECKING_DUE.plusDays(1), "CLK-09");
    }

    @Test
    void without_an_answer_the_complaint_closes_silently_after_fifteen_working_days() {
        var complaint = replied();
        var lastDay = LocalDate.of(2025, 4, 2);

        assertThat(complaint.nextDue()).contains(lastDay);
        assertThat(complaint.noticeOverdue(lastDay)).isEmpty();
        var events = complaint.noticeOverdue(lastDay.plusDays(1));

        assertThat(events).singleElement().isInstanceOfSatisfying(ComplaintClosed.class, told -> {
            assertThat(told.silentClose()).isTrue();
            assertThat(told.outcome()).isEqualTo("SATISFIED");
            assertThat(told.clocks()).isEmpty();
        });
        assertThat(complaint.getStatus()).isEqualTo(ComplaintStatus.CLOSED_SATISFIED);
        assertThat(complaint.nextDue()).isEmpty();
        assertThat(complaint.noticeOverdue(lastDay.plusDays(2))).isEmpty();
    }

    @Test
    void an_answer_after_that_time_is_late_even_if_nobody_has_closed_the_complaint() {
        var late = LocalDate.of(2025, 4, 3);

        Refused.by(ComplaintRule.ANSWER_TOO_LATE, () -> replied().accept(late));
        Refused.by(ComplaintRule.ANSWER_TOO_LATE, () -> replied().reject("不满意", late, WINDOWS));
        assertThat(replied().accept(late.minusDays(1))).hasSize(1);
    }

    @Test
    void a_dissatisfied_company_that_goes_no_further_leaves_it_unresolved_after_thirty_working_days() {
        var complaint = dissatisfied();
        var lastDay = LocalDate.of(2025, 5, 6);

        assertThat(complaint.noticeOverdue(lastDay)).isEmpty();
        var events = complaint.noticeOverdue(lastDay.plusDays(1));

        assertThat(events).singleElement().isInstanceOfSatisfying(ComplaintClosed.class, told -> {
            assertThat(told.silentClose()).isFalse();
            assertThat(told.outcome()).isEqualTo("UNRESOLVED");
        });
        assertThat(complaint.getStatus()).isEqualTo(ComplaintStatus.CLOSED_UNRESOLVED);
    }

    private static void assertOverdue(Complaint complaint, LocalDate day, String rule) {
        assertThat(complaint.noticeOverdue(day))
                .singleElement()
                .isInstanceOfSatisfying(
                        ComplaintOverdue.class,
                        told -> assertThat(told.clocks())
                                .extracting(ClockFact::rule, ClockFact::state, ClockFact::endedOn)
                                .containsExactly(tuple(rule, MISSED, null)));
        assertThat(complaint.noticeOverdue(day)).isEmpty();
    }
}
