package io.fangwei.team.eligibility;

import static io.fangwei.team.professionals.ProfessionalFixture.BROKER;
import static io.fangwei.team.professionals.ProfessionalFixture.INSTITUTION;
import static io.fangwei.team.professionals.ProfessionalFixture.INSURER;
import static io.fangwei.team.professionals.ProfessionalFixture.PROFESSIONAL;
import static io.fangwei.team.professionals.ProfessionalFixture.professional;
import static io.fangwei.team.professionals.ProfessionalFixture.qualified;
import static io.fangwei.team.professionals.ProfessionalFixture.qualifiedOwn;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.team.professionals.ProfessionalFixture;
import io.fangwei.team.professionals.Source;
import io.fangwei.team.vocabulary.ServiceItemType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class AnsweringWhoMayBeSentTest {

    static final LocalDate IN_TIME = LocalDate.of(2025, 3, 3);
    static final LocalDate EXPIRED = LocalDate.of(2026, 1, 1);

    @Test
    void own_people_need_no_agreement() {
        assertThat(answer(Source.OWN, Set.of()))
                .isEqualTo(new Answer(PROFESSIONAL, true, Source.OWN, null, false, List.of()));
    }

    @ParameterizedTest
    @EnumSource(value = Source.class, mode = Mode.EXCLUDE, names = "OWN")
    @Requirement("CD-5.2.5a")
    void nobody_else_is_sent_without_an_agreement_in_force(Source source) {
        assertThat(answer(source, Set.of()).reasons()).containsExactly(Reason.NO_AGREEMENT);
        assertThat(answer(source, Set.of(party(source))).eligible()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    @Requirement({"CD-5.2.4d", "AMB-76", "CLK-25"})
    void people_of_every_source_must_be_qualified_on_the_day(Source source) {
        var answer = Answer.of(qualified(ProfessionalFixture.of(source)), on(EXPIRED), party -> true);

        assertThat(answer.eligible()).isFalse();
        assertThat(answer.source()).isEqualTo(source);
        assertThat(answer.reasons()).containsExactly(Reason.NOT_QUALIFIED);
    }

    @Test
    @Requirement("CD-5.2.4d")
    void the_item_must_be_one_that_the_person_covers() {
        var question = new Question(INSURER, ServiceItemType.TECH_PROMOTION, IN_TIME, List.of(PROFESSIONAL));

        assertThat(Answer.of(qualifiedOwn(), question, party -> true).reasons())
                .containsExactly(Reason.ITEM_NOT_COVERED);
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    @Requirement("AMB-63")
    void only_people_of_a_broker_carry_the_flag_of_a_conflict_of_interest(Source source) {
        assertThat(answer(source, Set.of(party(source))).conflictOfInterest()).isEqualTo(source == Source.BROKER);
    }

    @Test
    void people_of_another_insurer_are_unknown() {
        var question = new Question(UUID.randomUUID(), ServiceItemType.TRAINING, IN_TIME, List.of(PROFESSIONAL));

        assertThat(Answer.of(qualifiedOwn(), question, party -> true)).isEqualTo(Answer.unknown(PROFESSIONAL));
    }

    @Test
    void every_reason_is_named() {
        var question = new Question(INSURER, ServiceItemType.OTHER, IN_TIME, List.of(PROFESSIONAL));
        var unqualified = professional(ProfessionalFixture.of(Source.EXTERNAL), 0);

        assertThat(Answer.of(unqualified, question, party -> false).reasons())
                .containsExactly(Reason.NOT_QUALIFIED, Reason.ITEM_NOT_COVERED, Reason.NO_AGREEMENT);
    }

    private static Answer answer(Source source, Set<UUID> parties) {
        return Answer.of(qualified(ProfessionalFixture.of(source)), on(IN_TIME), parties::contains);
    }

    private static Question on(LocalDate day) {
        return new Question(INSURER, ServiceItemType.HAZARD_SCREENING, day, List.of(PROFESSIONAL));
    }

    private static UUID party(Source source) {
        return switch (source) {
            case INSTITUTION -> INSTITUTION;
            case BROKER -> BROKER;
            case OWN, EXTERNAL -> PROFESSIONAL;
        };
    }
}
