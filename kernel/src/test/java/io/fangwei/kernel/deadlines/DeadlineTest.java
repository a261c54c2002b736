package io.fangwei.kernel.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fangwei.kernel.calendar.CalendarFile;
import io.fangwei.kernel.tracing.Requirement;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

    static final Deadlines CHENGDU = new Deadlines(RulePacks.read(RulePacks.CHENGDU), CalendarFile.read());

    @ParameterizedTest
    @Requirement({
        "CLK-01", "CLK-04", "CLK-05", "CLK-06", "CLK-07", "CLK-08", "CLK-09", "CLK-11", "CLK-12", "CLK-13", "AMB-13"
    })
    @CsvSource(textBlock = """
            CLK-01, 2025-01-23, 2025-02-08
            CLK-04, 2025-09-25, 2025-10-11
            CLK-05, 2025-03-03, 2025-03-12
            CLK-06, 2025-04-25, 2025-05-08
            CLK-07, 2025-12-30, 2026-01-09
            CLK-08, 2025-01-24, 2025-02-10
            CLK-09, 2025-09-01, 2025-10-17
            CLK-10, 2025-03-07, 2025-03-18
            CLK-11, 2025-03-08, 2025-03-08
            CLK-12, 2025-09-30, 2025-10-10
            CLK-13, 2025-09-30, 2025-10-14
            """)
    void the_rule_pack_of_chengdu_gives_each_clock_its_length(String rule, LocalDate start, LocalDate due) {
        assertThat(CHENGDU.start(rule, start).due()).isEqualTo(due);
    }

    @Test
    @Requirement("AMB-78")
    void another_rule_pack_gives_a_complaint_ten_working_days() {
        var national = new Deadlines(RulePacks.read("aq9010-2019"), CalendarFile.read());

        assertThat(national.start("CLK-08", LocalDate.parse("2025-03-03")).due())
                .isEqualTo("2025-03-17");
    }

    @Test
    @Requirement("AMB-02")
    void the_due_day_itself_is_in_time() {
        var deadline = CHENGDU.start("CLK-01", LocalDate.parse("2025-03-03"));

        assertThat(deadline.isMissedOn(deadline.due())).isFalse();
        assertThat(deadline.isMissedOn(deadline.due().plusDays(1))).isTrue();
        assertThat(deadline.endedOn(deadline.due()).state()).isEqualTo(ClockFact.State.MET);
        assertThat(deadline.endedOn(deadline.due().plusDays(1)).state()).isEqualTo(ClockFact.State.MISSED);
    }

    @Test
    @Requirement("CLK-01")
    void an_explained_deadline_says_of_each_day_whether_it_counts_and_why() {
        var days = CHENGDU.start("CLK-01", LocalDate.parse("2025-01-23")).explain(CHENGDU.calendar());

        assertThat(days).hasSize(17);
        assertThat(days.get(0)).isEqualTo(day("2025-01-23", ExplainedDay.Reason.START_DAY, null, null));
        assertThat(days)
                .contains(
                        day("2025-01-24", ExplainedDay.Reason.WORKING_DAY, 1, null),
                        day("2025-01-25", ExplainedDay.Reason.WEEKEND, null, null),
                        day("2025-01-26", ExplainedDay.Reason.MAKE_UP_DAY, 2, null),
                        day("2025-01-28", ExplainedDay.Reason.HOLIDAY, null, "春节"),
                        day("2025-02-01", ExplainedDay.Reason.HOLIDAY, null, "春节"),
                        day("2025-02-05", ExplainedDay.Reason.WORKING_DAY, 4, null),
                        day("2025-02-08", ExplainedDay.Reason.MAKE_UP_DAY, 7, null));
        assertThat(days.stream().filter(ExplainedDay::counted)).hasSize(7);
    }

    @Test
    void an_unknown_clock_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CHENGDU.start("CLK-99", LocalDate.EPOCH));
    }

    private static ExplainedDay day(String day, ExplainedDay.Reason reason, Integer number, String holiday) {
        return new ExplainedDay(LocalDate.parse(day), reason, number != null, number, holiday);
    }
}
