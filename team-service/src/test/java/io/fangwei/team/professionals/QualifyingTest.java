package io.fangwei.team.professionals;

import static io.fangwei.team.professionals.ProfessionalFixture.INSURER;
import static io.fangwei.team.professionals.ProfessionalFixture.TODAY;
import static io.fangwei.team.professionals.ProfessionalFixture.certificate;
import static io.fangwei.team.professionals.ProfessionalFixture.engineer;
import static io.fangwei.team.professionals.ProfessionalFixture.ownProfessional;
import static io.fangwei.team.professionals.ProfessionalFixture.professional;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.tracing.Requirement;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QualifyingTest {

    @ParameterizedTest
    @Requirement("CD-5.2.4a")
    @CsvSource({
        "REGISTERED_SAFETY_ENGINEER, SENIOR,       0, true",
        "REGISTERED_SAFETY_ENGINEER, INTERMEDIATE, 0, true",
        "REGISTERED_SAFETY_ENGINEER, JUNIOR,       9, false",
        "REGISTERED_SAFETY_ENGINEER, NONE,         9, false"
    })
    void a_registered_safety_engineer_qualifies_from_the_intermediate_level_on(
            CertificateKind kind, Level level, int safetyWorkYears, boolean qualified) {
        assertQualified(kind, level, safetyWorkYears, qualified);
    }

    @ParameterizedTest
    @Requirement("CD-5.2.4b")
    @CsvSource({
        "ENGINEERING_TITLE, SENIOR,       2, true",
        "ENGINEERING_TITLE, INTERMEDIATE, 2, true",
        "ENGINEERING_TITLE, INTERMEDIATE, 1, false",
        "ENGINEERING_TITLE, JUNIOR,      20, false",
        "ENGINEERING_TITLE, NONE,        20, false"
    })
    void another_engineering_title_qualifies_from_the_intermediate_level_on_with_two_years_of_safety_work(
            CertificateKind kind, Level level, int safetyWorkYears, boolean qualified) {
        assertQualified(kind, level, safetyWorkYears, qualified);
    }

    @ParameterizedTest
    @Requirement("CD-5.2.4c")
    @EnumSource(Level.class)
    void any_other_qualification_that_a_department_recognises_qualifies(Level level) {
        assertQualified(CertificateKind.OTHER_RECOGNISED, level, 0, true);
    }

    @Test
    void nobody_qualifies_without_a_certificate() {
        assertThat(ownProfessional().isQualifiedOn(TODAY)).isFalse();
    }

    @ParameterizedTest
    @Requirement("CLK-25")
    @CsvSource({"2025-03-03, false", "2025-03-04, true", "2025-06-30, true", "2025-07-01, false"})
    void a_certificate_counts_from_its_first_to_its_last_day(LocalDate day, boolean qualified) {
        var professional = ownProfessional();
        professional.record(engineer("2025-03-04", "2025-06-30"), TODAY);

        assertThat(professional.isQualifiedOn(day)).isEqualTo(qualified);
    }

    @Test
    void a_certificate_without_an_end_counts_for_ever() {
        var professional = ownProfessional();
        professional.record(engineer("2025-03-04", null), TODAY);

        assertThat(professional.isQualifiedOn(LocalDate.of(2999, 1, 1))).isTrue();
        assertThat(professional.nextDue()).isEmpty();
    }

    private static void assertQualified(CertificateKind kind, Level level, int safetyWorkYears, boolean qualified) {
        var professional = professional(Employment.ownOf(INSURER), safetyWorkYears);
        professional.record(certificate(kind, level, "2025-01-01", "2025-12-31"), TODAY);

        assertThat(professional.isQualifiedOn(TODAY)).isEqualTo(qualified);
        assertThat(professional.status()).isEqualTo(qualified ? "QUALIFIED" : "NOT_QUALIFIED");
    }
}
