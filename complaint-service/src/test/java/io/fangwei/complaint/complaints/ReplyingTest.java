package io.fangwei.complaint.complaints;

import static io.fangwei.complaint.complaints.ComplaintFixture.ANOTHER_REPLY;
import static io.fangwei.complaint.complaints.ComplaintFixture.FURTHER_CHECKING;
import static io.fangwei.complaint.complaints.ComplaintFixture.MANAGER_SUBJECT;
import static io.fangwei.complaint.complaints.ComplaintFixture.OFFICER_SUBJECT;
import static io.fangwei.complaint.complaints.ComplaintFixture.REGISTERED;
import static io.fangwei.complaint.complaints.ComplaintFixture.REPLY;
import static io.fangwei.complaint.complaints.ComplaintFixture.REPLY_DUE;
import static io.fangwei.complaint.complaints.ComplaintFixture.THREE_PARTS;
import static io.fangwei.complaint.complaints.ComplaintFixture.WINDOWS;
import static io.fangwei.complaint.complaints.ComplaintFixture.drafted;
import static io.fangwei.complaint.complaints.ComplaintFixture.registered;
import static io.fangwei.complaint.complaints.ComplaintFixture.registeredOn;
import static io.fangwei.complaint.complaints.ComplaintFixture.submittedOn;
import static io.fangwei.kernel.deadlines.ClockFact.State.MET;
import static io.fangwei.kernel.deadlines.ClockFact.State.MISSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fangwei.complaint.complaints.ComplaintCommand.DraftReply;
import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintExtended;
import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintReplied;
import io.fangwei.complaint.rules.ComplaintRule;
import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.tracing.Requirement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyingTest {

    @ParameterizedTest(name = "received on {0}, replied on {1}: CLK-08 {2}")
    @Requirement({"CD-5.4.2.1a", "CLK-08"})
    @CsvSource(textBlock = """
            2025-03-03, 2025-03-03, MET
            2025-03-03, 2025-03-12, MET
            2025-03-03, 2025-03-13, MISSED
            2025-01-23, 2025-02-08, MET
            2025-01-23, 2025-02-09, MISSED
            2025-09-25, 2025-10-11, MET
            2025-09-25, 2025-10-12, MISSED
            """)
    void without_an_extension_the_reply_has_seven_working_days(
            String received, LocalDate replied, ClockFact.State state) {
        var told = reply(registeredOn(submittedOn(received), LocalDate.parse(received)), replied);

        assertThat(told.clocks())
                .extracting(ClockFact::rule, ClockFact::state, ClockFact::endedOn)
                .containsExactly(tuple("CLK-08", state, replied), tuple("CLK-09", MET, replied));
    }

    @ParameterizedTest(name = "received on {0}, extended in time, replied on {1}: CLK-09 {2}")
    @Requirement({"CD-5.4.2.1b", "CLK-09", "AMB-09"})
    @CsvSource(textBlock = """
            2025-03-03, 2025-04-15, MET
            2025-03-03, 2025-04-16, MISSED
            2025-01-23, 2025-03-12, MET
            2025-01-23, 2025-03-13, MISSED
            2025-09-25, 2025-11-12, MET
            # seven and thirty are not added up: that would be 21 November
            2025-09-25, 2025-11-13, MISSED
            """)
    void after_an_extension_it_has_thirty_working_days_from_receipt(
            String received, LocalDate replied, ClockFact.State state) {
        var complaint = registeredOn(submittedOn(received), LocalDate.parse(received));
        complaint.extend(FURTHER_CHECKING, OFFICER_SUBJECT, LocalDate.parse(received));

        var told = reply(complaint, replied);

        assertThat(told.clocks()).extracting(ClockFact::rule, ClockFact::state).containsExactly(tuple("CLK-09", state));
    }

    @ParameterizedTest(name = "notice on {0}: CLK-08 {1}")
    @Requirement({"CD-5.4.2.1b", "AMB-11", "CLK-08"})
    @CsvSource({"2025-03-12, MET", "2025-03-13, MISSED"})
    void the_notice_of_an_extension_must_be_out_on_day_seven_and_a_late_one_does_not_stop_the_flow(
            LocalDate notice, ClockFact.State state) {
        var complaint = registered();

        var events = complaint.extend(FURTHER_CHECKING, OFFICER_SUBJECT, notice);

        assertThat(events).singleElement().isInstanceOfSatisfying(ComplaintExtended.class, told -> {
            assertThat(told.clocks())
                    .extracting(ClockFact::rule, ClockFact::state, ClockFact::due)
                    .containsExactly(tuple("CLK-08", state, REPLY_DUE));
            assertThat(told.reasonCode()).contains("SITE_CHECK");
        });
        assertThat(reply(complaint, LocalDate.of(2025, 4, 15)).clocks())
                .extracting(ClockFact::rule, ClockFact::state)
                .containsExactly(tuple("CLK-09", MET));
        assertThat(complaint.getClocks().reply().isMissedOn(notice)).isEqualTo(state == MISSED);
    }

    @ParameterizedTest(name = "facts {0}, basis {1}, measures {2}")
    @Requirement("CD-5.4.2.1c")
    @CsvSource(textBlock = """
                , basis, measures
            '  ', basis, measures
            facts,      , measures
            facts, basis,
            facts, basis, ' '
            """)
    void a_reply_that_lacks_a_part_is_refused(String facts, String basis, String measures) {
        var complaint = registered();
        var incomplete = new DraftReply(facts, basis, measures, Finding.REJECTED);

        Refused.by(
                ComplaintRule.REPLY_PARTS_MISSING,
                () -> complaint.draftReply(REPLY, incomplete, OFFICER_SUBJECT, REGISTERED));
        assertThat(complaint).usingRecursiveComparison().isEqualTo(registered());
    }

    @Test
    void without_a_draft_there_is_nothing_to_approve() {
        Refused.by(
                ComplaintRule.REPLY_NOT_DRAFTED,
                () -> registered().approveReply(null, MANAGER_SUBJECT, REPLY_DUE, WINDOWS));
    }

    @Test
    void who_drafted_the_reply_does_not_approve_it() {
        Refused.by(ComplaintRule.FOUR_EYES, () -> drafted().approveReply(REPLY, OFFICER_SUBJECT, REPLY_DUE, WINDOWS));
    }

    @Test
    void a_manager_approves_what_was_read_and_nothing_newer() {
        var complaint = drafted();
        complaint.draftReply(ANOTHER_REPLY, THREE_PARTS, OFFICER_SUBJECT, REPLY_DUE);

        Refused.by(
                ComplaintRule.REPLY_CHANGED, () -> complaint.approveReply(REPLY, MANAGER_SUBJECT, REPLY_DUE, WINDOWS));
        assertThat(complaint.approveReply(ANOTHER_REPLY, MANAGER_SUBJECT, REPLY_DUE, WINDOWS))
                .hasSize(1);
    }

    @Test
    void the_same_draft_again_changes_nothing() {
        var complaint = drafted();

        assertThat(complaint.draftReply(REPLY, THREE_PARTS, OFFICER_SUBJECT, REPLY_DUE))
                .isEmpty();
    }

    private static ComplaintReplied reply(Complaint complaint, LocalDate day) {
        complaint.draftReply(REPLY, THREE_PARTS, OFFICER_SUBJECT, day);
        List<ComplaintEvent> events = complaint.approveReply(REPLY, MANAGER_SUBJECT, day, WINDOWS);
        return (ComplaintReplied) events.get(0);
    }
}
