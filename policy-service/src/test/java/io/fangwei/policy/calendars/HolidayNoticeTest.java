package io.fangwei.policy.calendars;

import static io.fangwei.policy.PolicyFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fangwei.kernel.problems.Refusal;
import io.fangwei.policy.rules.PolicyRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayNoticeTest {

    @Test
    void the_weekdays_of_holidays_within_the_year_are_off() {
        assertThat(CalendarFixture.notice().weekdayOff())
                .extracting(LocalDate::toString)
                .containsExactly("2027-01-01", "2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11");
        assertThat(CalendarFixture.notice().asYear().weekendWork())
                .containsExactlyInAnyOrder(LocalDate.of(2027, 1, 30), LocalDate.of(2027, 2, 20));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-11, 2027-02-05, 2027-01-30",
        "2026-02-05, 2026-02-11, 2027-01-30",
        "2027-02-05, 2027-05-11, 2027-01-30",
        "2027-02-05, 2027-02-11, 2027-01-29",
        "2027-02-05, 2027-02-11, 2027-02-06",
        "2027-02-05, 2027-02-11, 2026-01-31"
    })
    void a_notice_that_contradicts_itself_is_refused(LocalDate from, LocalDate to, LocalDate worked) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new HolidayNotice(2027, "N", List.of(new Holiday(from, to, "春节")), List.of(worked)))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(PolicyRule.NOTICE_INCONSISTENT));
    }

    @Test
    void a_proposal_is_published_once_and_a_further_notice_is_a_revision() {
        var year = CalendarFixture.proposedYear();

        assertThat(year.publish()).hasSize(1);
        assertThat(year.getRevision()).isEqualTo(1);
        assertThatExceptionOfType(Refusal.class).isThrownBy(year::publish);
        year.propose(CalendarFixture.notice());
        assertThat(year.publish()).hasSize(1);
        assertThat(year.getRevision()).isEqualTo(2);
    }

    @Test
    void a_pack_names_every_clock_that_is_needed_and_a_version_only_once() {
        var pack = CalendarFixture.proposedPack();
        pack.publish(TODAY);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> pack.propose(new PackVersion("1.1.0", List.of(), null), Set.of()))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(PolicyRule.VERSION_PUBLISHED_BEFORE));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> pack.propose(new PackVersion("1.2.0", List.of(), null), Set.of("CLK-09")))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(PolicyRule.CLOCKS_MISSING));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> pack.publish(TODAY));
    }
}
