package io.fangwei.team.professionals;

import static io.fangwei.team.professionals.ProfessionalFixture.PROFESSIONAL;
import static io.fangwei.team.professionals.ProfessionalFixture.TODAY;
import static io.fangwei.team.professionals.ProfessionalFixture.certificate;
import static io.fangwei.team.professionals.ProfessionalFixture.engineer;
import static io.fangwei.team.professionals.ProfessionalFixture.ownProfessional;
import static io.fangwei.team.professionals.ProfessionalFixture.qualifiedOwn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fangwei.kernel.problems.Refusal;
import io.fangwei.team.professionals.ProfessionalEvent.CertificateRecorded;
import io.fangwei.team.professionals.ProfessionalEvent.QualificationExpired;
import io.fangwei.team.vocabulary.TeamRule;
import io.fangwei.team.vocabulary.Validity;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RecordingACertificateTest {

    @Test
    void it_tells_from_when_to_when_the_person_is_qualified() {
        assertThat(ownProfessional().record(engineer("2025-01-01", "2025-12-31"), TODAY))
                .containsExactly(recorded("2025-01-01", "2025-12-31", "2025-01-01", "2025-12-31"));
    }

    @Test
    void a_successor_without_a_gap_prolongs_the_qualification() {
        var professional = qualifiedOwn();

        assertThat(professional.record(engineer("2026-01-01", "2026-12-31"), TODAY))
                .containsExactly(recorded("2026-01-01", "2026-12-31", "2025-01-01", "2026-12-31"));
        assertThat(professional.nextDue()).contains(LocalDate.of(2026, 12, 31));
    }

    @Test
    void a_successor_after_a_gap_does_not() {
        var professional = qualifiedOwn();

        assertThat(professional.record(engineer("2026-01-02", "2026-12-31"), TODAY))
                .containsExactly(recorded("2026-01-02", "2026-12-31", "2025-01-01", "2025-12-31"));
    }

    @Test
    void a_certificate_that_does_not_qualify_says_so() {
        var junior = certificate(CertificateKind.REGISTERED_SAFETY_ENGINEER, Level.JUNIOR, "2025-01-01", null);

        assertThat(ownProfessional().record(junior, TODAY))
                .containsExactly(new CertificateRecorded(
                        PROFESSIONAL,
                        junior.kind(),
                        Level.JUNIOR,
                        LocalDate.of(2025, 1, 1),
                        Validity.FOREVER,
                        null,
                        null));
    }

    @Test
    void an_end_that_lay_before_the_recording_is_no_news() {
        var professional = ownProfessional();
        professional.record(engineer("2023-01-01", "2024-12-31"), TODAY);

        assertThat(professional.nextDue()).isEmpty();
        assertThat(professional.noticeOverdue(TODAY)).isEmpty();
    }

    @Test
    void a_loss_that_nobody_has_noticed_yet_is_told_first() {
        var professional = qualifiedOwn();

        assertThat(professional.record(engineer("2026-02-01", "2026-12-31"), LocalDate.of(2026, 1, 5)))
                .containsExactly(
                        new QualificationExpired(PROFESSIONAL, LocalDate.of(2026, 1, 1)),
                        recorded("2026-02-01", "2026-12-31", "2026-02-01", "2026-12-31"));
    }

    @Test
    void the_same_certificate_is_not_recorded_twice() {
        var professional = ownProfessional();
        var certificate = engineer("2025-01-01", "2025-12-31");
        professional.record(certificate, TODAY);

        assertThat(professional.record(certificate, TODAY)).isEmpty();
        assertThat(professional.getCertificates()).hasSize(1);
    }

    @Test
    void an_end_before_the_beginning_is_refused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> engineer("2025-01-02", "2025-01-01"))
                .extracting(Refusal::rule)
                .isEqualTo(TeamRule.PERIOD_REVERSED);
    }

    private static CertificateRecorded recorded(String from, String to, String qualifiedFrom, String qualifiedUntil) {
        return new CertificateRecorded(
                PROFESSIONAL,
                CertificateKind.REGISTERED_SAFETY_ENGINEER,
                Level.INTERMEDIATE,
                LocalDate.parse(from),
                LocalDate.parse(to),
                LocalDate.parse(qualifiedFrom),
                LocalDate.parse(qualifiedUntil));
    }
}
