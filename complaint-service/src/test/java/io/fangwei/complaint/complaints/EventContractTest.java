package io.fangwei.complaint.complaints;

import static io.fangwei.complaint.complaints.ComplaintFixture.CHECKING_DUE;
import static io.fangwei.complaint.complaints.ComplaintFixture.COMPLAINT;
import static io.fangwei.complaint.complaints.ComplaintFixture.DISSATISFIED;
import static io.fangwei.complaint.complaints.ComplaintFixture.FURTHER_CHECKING;
import static io.fangwei.complaint.complaints.ComplaintFixture.INSURER;
import static io.fangwei.complaint.complaints.ComplaintFixture.MANAGER_SUBJECT;
import static io.fangwei.complaint.complaints.ComplaintFixture.OFFICER_SUBJECT;
import static io.fangwei.complaint.complaints.ComplaintFixture.RECEIVED;
import static io.fangwei.complaint.complaints.ComplaintFixture.REGISTERED;
import static io.fangwei.complaint.complaints.ComplaintFixture.REPLY_DUE;
import static io.fangwei.complaint.complaints.ComplaintFixture.WINDOWS;
import static io.fangwei.complaint.complaints.ComplaintFixture.WITH_A_HOLIDAY;
import static io.fangwei.complaint.complaints.ComplaintFixture.dissatisfied;
import static io.fangwei.complaint.complaints.ComplaintFixture.drafted;
import static io.fangwei.complaint.complaints.ComplaintFixture.officer;
import static io.fangwei.complaint.complaints.ComplaintFixture.registered;
import static io.fangwei.complaint.complaints.ComplaintFixture.replied;
import static io.fangwei.complaint.complaints.ComplaintFixture.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.complaint.complaints.ComplaintCommand.Escalate;
import io.fangwei.kernel.deadlines.Recount;
import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.testing.Contracts;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventContractTest {

    static Stream<Event> events() {
        var late = REPLY_DUE.plusDays(1);
        return Stream.of(
                        submitted().filed(),
                        submitted().register(officer(), Set.of(), REGISTERED),
                        registered().replaceOfficer(officer("ic.two", INSURER), Set.of(), REGISTERED),
                        registered().extend(FURTHER_CHECKING, OFFICER_SUBJECT, REPLY_DUE),
                        drafted().approveReply(null, MANAGER_SUBJECT, late, WINDOWS),
                        replied().reject("没有说明原因", DISSATISFIED, WINDOWS),
                        dissatisfied()
                                .escalate(new Escalate(EscalationTarget.SELF_REGULATION, true), true, DISSATISFIED),
                        replied().accept(DISSATISFIED),
                        submitted().withdraw(late),
                        submitted().noticeOverdue(CHECKING_DUE),
                        submitted().recount(new Recount(WITH_A_HOLIDAY, RECEIVED)))
                .<Event>flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_looks_as_its_sample_says(Event event) {
        Contracts.assertMatches(event);
    }

    @Test
    void every_public_event_has_a_sample_and_none_says_what_people_wrote() {
        assertThat(events().map(Event::type))
                .containsExactlyInAnyOrderElementsOf(
                        Contracts.types(ComplaintEvent.class).toList());
        assertThat(Contracts.types(ComplaintEvent.class)).allSatisfy(type -> {
            assertThat(Contracts.data(type).get("complaintId").asString()).isEqualTo(COMPLAINT.toString());
            assertThat(Contracts.data(type).toString()).doesNotContainPattern("\\p{IsHan}");
        });
    }
}
