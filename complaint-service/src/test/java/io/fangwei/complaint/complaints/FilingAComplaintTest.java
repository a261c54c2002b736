package io.fangwei.complaint.complaints;

import static io.fangwei.complaint.complaints.ComplaintFixture.CHENGDU;
import static io.fangwei.complaint.complaints.ComplaintFixture.RECEIVED;
import static io.fangwei.complaint.complaints.ComplaintFixture.filing;
import static io.fangwei.complaint.complaints.ComplaintFixture.submitted;
import static io.fangwei.complaint.complaints.ComplaintFixture.submittedOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintSubmitted;
import io.fangwei.complaint.rules.ComplaintRule;
import io.fangwei.kernel.calendar.CalendarFile;
import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.deadlines.RulePacks;
import io.fangwei.kernel.tracing.Requirement;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilingAComplaintTest {

    @ParameterizedTest(name = "received on {0}: reply by {1}, after further checking by {2}")
    @Requirement({"CLK-08", "CLK-09", "AMB-09"})
    @CsvSource(textBlock = """
            2025-03-03, 2025-03-12, 2025-04-15
            # Spring Festival, make-up days 26 January and 8 February
            2025-01-23, 2025-02-08, 2025-03-12
            # the Saturday before it, a day off
            2025-01-25, 2025-02-10, 2025-03-13
            # in the middle of it
            2025-01-29, 2025-02-12, 2025-03-17
            # National Day and Mid-Autumn, make-up days 28 September and 11 October
            2025-09-25, 2025-10-11, 2025-11-12
            2025-09-30, 2025-10-16, 2025-11-18
            2025-10-01, 2025-10-16, 2025-11-18
            """)
    void both_clocks_start_on_the_day_of_receipt(String received, LocalDate replyDue, LocalDate checkingDue) {
        var complaint = submittedOn(received);

        assertThat(complaint.getClocks().reply().deadline().due()).isEqualTo(replyDue);
        assertThat(complaint.getClocks().checking().deadline().due()).isEqualTo(checkingDue);
        assertThat(complaint.nextDue()).contains(replyDue);
    }

    @Test
    void filing_tells_both_clocks_and_no_text() {
        var complaint = submitted();

        var told = (ComplaintSubmitted) complaint.filed().get(0);

        assertThat(told.clocks()).extracting(ClockFact::rule).containsExactly("CLK-08", "CLK-09");
        assertThat(told.clocks()).extracting(ClockFact::state).containsOnly(ClockFact.State.STARTED);
        assertThat(told.requestHash()).matches("[0-9a-f]{64}");
        assertThat(told.toString()).doesNotContain(complaint.getFiling().request());
    }

    @Test
    @Requirement("AMB-12")
    void a_complaint_that_is_taken_up_again_tells_which_one_it_continues() {
        var earlier = UUID.randomUUID();
        var first = filing(RECEIVED);
        var again = new Filing(
                first.kind(),
                first.channel(),
                first.category(),
                first.request(),
                first.receivedOn(),
                first.submittedAt(),
                earlier);
        var subject =
                new Subject(ComplaintFixture.INSURER, ComplaintFixture.COMPANY, ComplaintFixture.AREA, null, null);

        var told = (ComplaintSubmitted) Complaint.file(ComplaintFixture.COMPLAINT, subject, again, RECEIVED, CHENGDU)
                .filed()
                .get(0);

        assertThat(told.reopens()).isEqualTo(earlier);
    }

    @Test
    void nothing_is_received_tomorrow() {
        var subject =
                new Subject(ComplaintFixture.INSURER, ComplaintFixture.COMPANY, ComplaintFixture.AREA, null, null);

        Refused.by(
                ComplaintRule.RECEIVED_IN_FUTURE,
                () -> Complaint.file(
                        ComplaintFixture.COMPLAINT, subject, filing(RECEIVED.plusDays(1)), RECEIVED, CHENGDU));
    }

    @Test
    @Requirement("AMB-10")
    void registration_on_a_later_day_does_not_move_the_start() {
        var complaint = submittedOn("2025-03-03");
        var before = complaint.getClocks();

        ComplaintFixture.registeredOn(complaint, LocalDate.of(2025, 3, 10));

        assertThat(complaint.getClocks()).isEqualTo(before);
        assertThat(complaint.getClocks().reply().deadline().start()).isEqualTo("2025-03-03");
    }

    @Test
    void under_the_national_rule_pack_the_reply_has_ten_working_days() {
        var national = new Deadlines(RulePacks.read("aq9010-2019"), CalendarFile.read());

        var complaint = submittedOn(LocalDate.of(2025, 3, 3), national);

        assertThat(complaint.getClocks().reply().deadline().due()).isEqualTo("2025-03-17");
    }
}
