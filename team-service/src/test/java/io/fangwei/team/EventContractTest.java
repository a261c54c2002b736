package io.fangwei.team;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.testing.Contracts;
import io.fangwei.team.agreements.AgreementEvent;
import io.fangwei.team.agreements.PartyKind;
import io.fangwei.team.eligibility.Answer;
import io.fangwei.team.eligibility.AssignmentEvent;
import io.fangwei.team.eligibility.Reason;
import io.fangwei.team.institutions.BasicCondition;
import io.fangwei.team.institutions.InstitutionEvent;
import io.fangwei.team.institutions.InstitutionKind;
import io.fangwei.team.professionals.CertificateKind;
import io.fangwei.team.professionals.Level;
import io.fangwei.team.professionals.ProfessionalEvent;
import io.fangwei.team.professionals.Source;
import io.fangwei.team.teams.GroupEvent;
import io.fangwei.team.teams.TeamEvent;
import io.fangwei.team.vocabulary.ServiceItemType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventContractTest {

    static final UUID INSURER = UUID.fromString("0a5f3c1e-0000-4000-8000-000000000001");
    static final UUID COMPANY = UUID.fromString("0a5f3c1e-0000-4000-8000-000000000002");
    static final UUID POLICY = UUID.fromString("0a5f3c1e-0000-4000-8000-000000000003");
    static final UUID INSTITUTION = UUID.fromString("0a5f3c1e-0000-4000-8000-000000000011");
    static final UUID ONE = UUID.fromString("0a5f3c1e-0000-4000-8000-000000000012");
    static final UUID TWO = UUID.fromString("0a5f3c1e-0000-4000-8000-000000000013");
    static final UUID AGREEMENT = UUID.fromString("0a5f3c1e-0000-4000-8000-000000000014");
    static final UUID TEAM = UUID.fromString("0a5f3c1e-0000-4000-8000-000000000015");
    static final UUID GROUP = UUID.fromString("0a5f3c1e-0000-4000-8000-000000000016");
    static final UUID VISIT = UUID.fromString("0a5f3c1e-0000-4000-8000-000000000031");
    static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    static final LocalDate TO = LocalDate.of(2025, 12, 31);
    static final List<ServiceItemType> ITEMS = List.of(ServiceItemType.HAZARD_SCREENING, ServiceItemType.TRAINING);

    static Stream<Event> events() {
        return Stream.of(
                new InstitutionEvent.InstitutionRegistered(
                        INSTITUTION,
                        "成都安评技术有限公司",
                        List.of(InstitutionKind.SAFETY_ASSESSMENT),
                        false,
                        List.of(BasicCondition.FIVE_PROFESSIONALS)),
                new ProfessionalEvent.ProfessionalRegistered(ONE, Source.INSTITUTION, INSTITUTION, null, ITEMS),
                new ProfessionalEvent.CertificateRecorded(
                        ONE, CertificateKind.REGISTERED_SAFETY_ENGINEER, Level.INTERMEDIATE, FROM, TO, FROM, TO),
                new ProfessionalEvent.QualificationExpired(ONE, TO.plusDays(1)),
                new AgreementEvent.AgreementSigned(AGREEMENT, INSURER, PartyKind.INSTITUTION, INSTITUTION, FROM, TO),
                new AgreementEvent.AgreementEnded(
                        AGREEMENT, INSURER, PartyKind.INSTITUTION, INSTITUTION, TO.plusDays(1)),
                new TeamEvent.TeamFormed(
                        TEAM, INSURER, ServiceItemType.HAZARD_SCREENING, "C26", "FIRE", List.of(ONE, TWO), true),
                new GroupEvent.GroupFormed(GROUP, INSURER, COMPANY, POLICY, "510104", List.of(ONE)),
                new GroupEvent.GroupMemberAdded(GROUP, INSURER, COMPANY, POLICY, "510104", TWO, List.of(ONE, TWO)),
                new AssignmentEvent.AssignmentChecked(
                        VISIT,
                        INSURER,
                        ServiceItemType.HAZARD_SCREENING,
                        LocalDate.of(2025, 3, 10),
                        List.of(
                                new Answer(ONE, true, Source.OWN, null, false, List.of()),
                                new Answer(
                                        TWO,
                                        false,
                                        Source.INSTITUTION,
                                        INSTITUTION,
                                        false,
                                        List.of(Reason.NOT_QUALIFIED, Reason.NO_AGREEMENT)))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_is_written_as_its_sample_says(Event event) {
        Contracts.assertMatches(event);
    }

    @Test
    void no_public_event_is_without_a_sample() {
        var families = Stream.of(
                InstitutionEvent.class,
                ProfessionalEvent.class,
                AgreementEvent.class,
                TeamEvent.class,
                GroupEvent.class,
                AssignmentEvent.class);

        assertThat(events().map(Event::type)).doesNotHaveDuplicates();
        assertThat(events().map(Event::type).collect(toSet()))
                .isEqualTo(families.flatMap(Contracts::types).collect(toSet()));
    }
}
