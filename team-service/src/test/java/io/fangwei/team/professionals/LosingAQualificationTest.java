package io.fangwei.team.professionals;

import static io.fangwei.team.professionals.ProfessionalFixture.PROFESSIONAL;
import static io.fangwei.team.professionals.ProfessionalFixture.TODAY;
import static io.fangwei.team.professionals.ProfessionalFixture.engineer;
import static io.fangwei.team.professionals.ProfessionalFixture.qualifiedOwn;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.team.professionals.ProfessionalEvent.QualificationExpired;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@Requirement("CLK-25")
class LosingAQualificationTest {

    static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    @Test
    void it_is_told_from_the_day_after_the_last_valid_day_on() {
        var professional = qualifiedOwn();

        assertThat(professional.nextDue()).contains(LAST_DAY);
        assertThat(professional.noticeOverdue(LAST_DAY)).isEmpty();
        assertThat(professional.noticeOverdue(LAST_DAY.plusDays(1))).containsExactly(expiredOn("2026-01-01"));
        assertThat(professional.status()).isEqualTo("NOT_QUALIFIED");
    }

    @Test
    void it_names_the_first_day_without_however_late_it_is_noticed() {
        assertThat(qualifiedOwn().noticeOverdue(LAST_DAY.plusDays(40))).containsExactly(expiredOn("2026-01-01"));
    }

    @Test
    void it_is_told_once() {
        var professional = qualifiedOwn();
        professional.noticeOverdue(LAST_DAY.plusDays(1));

        assertThat(professional.noticeOverdue(LAST_DAY.plusDays(2))).isEmpty();
        assertThat(professional.nextDue()).isEmpty();
    }

    @Test
    void with_a_successor_in_time_nothing_is_lost() {
        var professional = qualifiedOwn();
        professional.record(engineer("2025-06-01", "2026-05-31"), TODAY);

        assertThat(professional.noticeOverdue(LAST_DAY.plusDays(1))).isEmpty();
        assertThat(professional.nextDue()).contains(LocalDate.of(2026, 5, 31));
    }

    @Test
    void every_gap_is_told_and_the_next_end_is_watched() {
        var professional = qualifiedOwn();
        professional.record(engineer("2026-02-01", "2026-02-28"), TODAY);
        professional.record(engineer("2026-04-01", "2026-04-30"), TODAY);

        assertThat(professional.noticeOverdue(LocalDate.of(2026, 4, 1)))
                .containsExactly(expiredOn("2026-01-01"), expiredOn("2026-03-01"));
        assertThat(professional.nextDue()).contains(LocalDate.of(2026, 4, 30));
        assertThat(professional.getQualifiedUntil()).isEqualTo("2026-04-30");
    }

    private static QualificationExpired expiredOn(String day) {
        return new QualificationExpired(PROFESSIONAL, LocalDate.parse(day));
    }
}
