package io.fangwei.team.teams;

import static io.fangwei.team.professionals.ProfessionalFixture.INSURER;
import static io.fangwei.team.professionals.ProfessionalFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fangwei.kernel.problems.Refusal;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.team.professionals.Employment;
import io.fangwei.team.professionals.Level;
import io.fangwei.team.professionals.Professional;
import io.fangwei.team.professionals.ProfessionalFixture;
import io.fangwei.team.professionals.Profile;
import io.fangwei.team.professionals.Source;
import io.fangwei.team.teams.TeamEvent.TeamFormed;
import io.fangwei.team.vocabulary.ServiceItemType;
import io.fangwei.team.vocabulary.TeamRule;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormingATeamTest {

    static final UUID ID = UUID.randomUUID();
    static final TeamKey KEY = new TeamKey(ServiceItemType.HAZARD_SCREENING, "C26", "FIRE");

    @ParameterizedTest
    @Requirement({"CD-5.2.2c", "AMB-59"})
    @CsvSource({"1, true", "2, true", "3, false", "4, false"})
    void fewer_than_three_professionals_are_shown_and_not_refused(int size, boolean belowThree) {
        assertThat(team(qualified(size)).formed().belowThree()).isEqualTo(belowThree);
    }

    @Test
    @Requirement("CD-5.2.2a")
    void its_people_may_come_from_all_four_sources() {
        var members = Stream.of(Source.values())
                .map(source -> qualified(ProfessionalFixture.of(source)))
                .toList();

        assertThat(team(members).formed())
                .isEqualTo(new TeamFormed(
                        ID,
                        INSURER,
                        KEY.item(),
                        "C26",
                        "FIRE",
                        members.stream().map(Professional::getId).toList(),
                        false));
    }

    @Test
    @Requirement("CD-5.2.4d")
    void somebody_who_is_not_qualified_today_is_refused() {
        var members = List.of(qualified(ProfessionalFixture.of(Source.OWN)), unqualified());

        assertRefused(TeamRule.MEMBER_NOT_QUALIFIED, members);
    }

    @Test
    void nobody_is_in_it_twice() {
        var one = qualified(ProfessionalFixture.of(Source.OWN));

        assertRefused(TeamRule.MEMBER_NAMED_TWICE, List.of(one, one));
    }

    private static void assertRefused(TeamRule rule, List<Professional> members) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> team(members))
                .extracting(Refusal::rule)
                .isEqualTo(rule);
    }

    private static ServiceTeam team(List<Professional> members) {
        return ServiceTeam.form(ID, INSURER, KEY, members, TODAY);
    }

    private static List<Professional> qualified(int size) {
        return Stream.generate(() -> qualified(ProfessionalFixture.of(Source.OWN)))
                .limit(size)
                .toList();
    }

    private static Professional qualified(Employment employment) {
        var professional = registered(employment);
        professional.record(ProfessionalFixture.engineer("2025-01-01", "2025-12-31"), TODAY);
        return professional;
    }

    private static Professional unqualified() {
        return registered(ProfessionalFixture.of(Source.OWN));
    }

    private static Professional registered(Employment employment) {
        var profile = new Profile("S", "王", null, Level.NONE, 0, List.of(), List.of(ServiceItemType.TRAINING));
        return Professional.register(UUID.randomUUID(), employment, profile);
    }
}
