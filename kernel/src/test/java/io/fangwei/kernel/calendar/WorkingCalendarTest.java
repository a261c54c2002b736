package io.fangwei.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.fangwei.kernel.tracing.Requirement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorkingCalendarTest {

    static final WorkingCalendar CALENDAR = CalendarFile.read();

    @TestFactory
    @Requirement({"AMB-01", "AMB-02"})
    Stream<DynamicTest> every_published_vector_is_met() {
        var vectors = file().path("testVectors");
        assertThat(vectors).hasSize(14);
        return vectors.valueStream()
                .map(vector -> dynamicTest(
                        vector.path("name").asString(),
                        () -> assertThat(CALENDAR.after(
                                        LocalDate.parse(vector.path("startDate").asString()),
                                        vector.path("workingDays").asInt()))
                                .isEqualTo(vector.path("dueDate").asString())));
    }

    @Test
    @Requirement("AMB-01")
    void any_count_equals_that_of_a_naive_walk_through_the_file() {
        var seed = Long.getLong("fangwei.seed", 20250208L);
        var random = new Random(seed);
        for (int number = 0; number < 2_000; number++) {
            var start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_000));
            var days = 1 + random.nextInt(40);
            assertThat(CALENDAR.after(start, days))
                    .as("seed %d: %s + %d", seed, start, days)
                    .isEqualTo(naive(start, days));
        }
    }

    @Test
    void counting_back_from_the_due_day_leads_to_a_day_that_is_no_earlier_than_the_start() {
        var random = new Random(7);
        for (int number = 0; number < 500; number++) {
            var start = LocalDate.of(2024, 2, 1).plusDays(random.nextInt(900));
            var due = CALENDAR.after(start, 7);
            var back = CALENDAR.before(due, 7);
            assertThat(CALENDAR.after(back, 7)).isEqualTo(due);
        }
    }

    @Test
    @Requirement("AMB-01")
    void a_year_without_official_data_is_provisional_and_says_so() {
        assertThat(CALENDAR.year(2026).status()).isEqualTo(CalendarYear.Status.OFFICIAL);
        assertThat(CALENDAR.year(2027).status()).isEqualTo(CalendarYear.Status.PROVISIONAL);
        assertThat(CALENDAR.isProvisional(LocalDate.parse("2026-12-25"), LocalDate.parse("2027-01-06")))
                .isTrue();
        assertThat(CALENDAR.isProvisional(LocalDate.parse("2025-12-25"), LocalDate.parse("2026-01-06")))
                .isFalse();
        assertThat(CALENDAR.after(LocalDate.parse("2027-02-05"), 1)).isEqualTo("2027-02-08");
    }

    private static LocalDate naive(LocalDate start, int days) {
        var day = start;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            var year = file().path("years").path(String.valueOf(day.getYear()));
            var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            var works = weekend ? has(year.path("weekendWork"), day) : !has(year.path("weekdayOff"), day);
            left -= works ? 1 : 0;
        }
        return day;
    }

    private static boolean has(JsonNode days, LocalDate day) {
        return days.valueStream().anyMatch(listed -> listed.asString().equals(day.toString()));
    }

    private static JsonNode file() {
        return Holder.FILE;
    }

    private static final class Holder {
        static final JsonNode FILE =
                new JsonMapper().readTree(WorkingCalendarTest.class.getResourceAsStream("/working-calendar.json"));
    }
}
