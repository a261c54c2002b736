package io.fangwei.complaint.complaints;

import static io.fangwei.complaint.complaints.ComplaintFixture.INSURER;
import static io.fangwei.complaint.complaints.ComplaintFixture.OFFICER_SUBJECT;
import static io.fangwei.complaint.complaints.ComplaintFixture.PROFESSIONAL;
import static io.fangwei.complaint.complaints.ComplaintFixture.REGISTERED;
import static io.fangwei.complaint.complaints.ComplaintFixture.REPLY;
import static io.fangwei.complaint.complaints.ComplaintFixture.THREE_PARTS;
import static io.fangwei.complaint.complaints.ComplaintFixture.extended;
import static io.fangwei.complaint.complaints.ComplaintFixture.id;
import static io.fangwei.complaint.complaints.ComplaintFixture.officer;
import static io.fangwei.complaint.complaints.ComplaintFixture.registered;
import static io.fangwei.complaint.complaints.ComplaintFixture.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.complaint.complaints.ComplaintEvent.ComplaintRegistered;
import io.fangwei.complaint.complaints.ComplaintEvent.OfficerReplaced;
import io.fangwei.complaint.officers.Officer;
import io.fangwei.complaint.rules.ComplaintRule;
import io.fangwei.kernel.tracing.Requirement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandlingAComplaintTest {

    @Test
    @Requirement("CD-5.4.1.2")
    void a_registered_complaint_has_its_officer() {
        var complaint = submitted();

        var events = complaint.register(officer(), Set.of(), REGISTERED);

        assertThat(complaint.getOfficer()).isEqualTo(new Handler(officer().getOfficerId(), OFFICER_SUBJECT));
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        ComplaintRegistered.class,
                        told -> assertThat(told.officerId()).isEqualTo(officer().getOfficerId()));
    }

    static Stream<BiFunction<Officer, Set<UUID>, List<ComplaintEvent>>> waysToAssign() {
        return Stream.of(
                (officer, concerned) -> submitted().register(officer, concerned, REGISTERED),
                (officer, concerned) -> registered().replaceOfficer(officer, concerned, REGISTERED));
    }

    @ParameterizedTest
    @MethodSource("waysToAssign")
    @Requirement("CD-5.4.1.2")
    void a_dismissed_officer_gets_no_complaint(BiFunction<Officer, Set<UUID>, List<ComplaintEvent>> assign) {
        var dismissed = officer();
        dismissed.dismiss(REGISTERED);

        Refused.by(ComplaintRule.OFFICER_NOT_ACTIVE, () -> assign.apply(dismissed, Set.of()));
    }

    @ParameterizedTest
    @MethodSource("waysToAssign")
    void an_officer_of_another_insurer_gets_no_complaint(BiFunction<Officer, Set<UUID>, List<ComplaintEvent>> assign) {
        Refused.by(ComplaintRule.OFFICER_NOT_ACTIVE, () -> assign.apply(officer("ic.two", id(99)), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("waysToAssign")
    void whoever_took_part_in_the_service_does_not_handle_the_complaint(
            BiFunction<Officer, Set<UUID>, List<ComplaintEvent>> assign) {
        Refused.by(ComplaintRule.OFFICER_CONCERNED, () -> assign.apply(officer(), Set.of(id(50), PROFESSIONAL)));
    }

    @Test
    @Requirement("CD-5.4.1.2")
    void only_the_officer_of_the_complaint_extends_and_drafts() {
        Refused.by(
                ComplaintRule.NOT_THE_OFFICER,
                () -> registered().extend(ComplaintFixture.FURTHER_CHECKING, "ic.two", REGISTERED));
        Refused.by(
                ComplaintRule.NOT_THE_OFFICER, () -> extended().draftReply(REPLY, THREE_PARTS, "ic.two", REGISTERED));
    }

    @Test
    void after_a_replacement_the_new_officer_goes_on() {
        var complaint = extended();
        var successor = officer("ic.two", INSURER);

        var events = complaint.replaceOfficer(successor, Set.of(), REGISTERED);

        assertThat(events).singleElement().isInstanceOfSatisfying(OfficerReplaced.class, told -> {
            assertThat(told.officerId()).isEqualTo(successor.getOfficerId());
            assertThat(told.previousOfficerId()).isEqualTo(officer().getOfficerId());
        });
        assertThat(complaint.draftReply(REPLY, THREE_PARTS, "ic.two", REGISTERED))
                .hasSize(1);
    }
}
