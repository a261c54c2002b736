package io.fangwei.launcher.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.calendar.CalendarFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DemoYearTest {

    private static final DemoYear YEAR = DemoYear.plan();
    private static final Pattern SLOT = Pattern.compile("\\{([a-z][^}= ]*)}");

    @Test
    void it_has_the_people_and_parties_that_were_asked_for() {
        var cast = YEAR.cast();

        assertThat(cast.insurers()).hasSize(3);
        assertThat(cast.companies()).hasSize(30);
        assertThat(cast.companies().stream().map(Cast.Company::industry).collect(toSet()))
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(cast.companies()).allMatch(company -> company.area().startsWith("5101"));
        assertThat(cast.institutions()).hasSize(6);
        assertThat(cast.professionals()).hasSize(40);
        assertThat(cast.professionals().stream().map(Cast.Professional::source).collect(toSet()))
                .containsExactlyInAnyOrder("OWN", "INSTITUTION", "EXTERNAL");
        assertThat(YEAR.policies()).hasSize(40);
    }

    @Test
    void every_company_and_institution_has_a_code_of_its_own_whose_last_character_checks_the_others() {
        var codes = new ArrayList<String>();
        YEAR.cast().companies().forEach(one -> codes.add(one.uscc()));
        YEAR.cast().institutions().forEach(one -> codes.add(one.uscc()));

        assertThat(codes).doesNotHaveDuplicates().allMatch(DemoYearTest::isChecked);
    }

    @Test
    void it_has_the_visits_hazards_and_complaints_that_were_asked_for() {
        var served = YEAR.visits().stream()
                .filter(visit -> visit.takesPlace() && visit.day().getYear() == 2025)
                .toList();

        assertThat(served).hasSizeGreaterThanOrEqualTo(250);
        assertThat(served.stream().map(VisitPlot::item).collect(toSet())).hasSize(7);
        assertThat(YEAR.hazards()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(YEAR.hazards().stream().filter(one -> one.found().isMajor()).count())
                .isGreaterThanOrEqualTo(5);
        assertThat(YEAR.hazards().stream().map(HazardPlot::fate).collect(toSet()))
                .containsExactlyInAnyOrder(HazardPlot.Fate.values());
        assertThat(YEAR.complaints()).hasSize(25);
        assertThat(YEAR.complaints().stream()
                        .map(one -> one.grievance().category())
                        .collect(toSet()))
                .hasSize(10);
    }

    @Test
    void the_same_seed_leads_to_the_same_script_and_another_seed_to_another() {
        assertThat(DemoYear.plan().script().fingerprint())
                .isEqualTo(YEAR.script().fingerprint())
                .isNotEqualTo(DemoYear.plan(7).script().fingerprint());
    }

    @Test
    void every_step_has_a_name_of_its_own() {
        assertThat(YEAR.script().steps().map(Step::name))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.length() < 200);
    }

    @Test
    void everything_happens_on_working_days_before_the_clock_is_let_go() {
        var calendar = CalendarFile.read();

        assertThat(YEAR.script().stops().stream().map(Stop::day))
                .isSorted()
                .allMatch(calendar::isWorkingDay)
                .allMatch(day -> day.isBefore(LocalDate.of(2026, 1, 15)));
    }

    @Test
    void an_id_is_used_only_after_its_step_on_the_same_lane_or_an_earlier_day() {
        var given = new HashSet<String>();

        for (var stop : YEAR.script().stops()) {
            var today = new HashSet<String>();
            for (var lane : stop.lanes()) {
                var here = new HashSet<>(given);
                for (var step : lane) {
                    assertThat(here).as(step.name()).containsAll(slots(step));
                    if (step.keep() != null) {
                        here.add(step.keep().slot());
                        today.add(step.keep().slot());
                    }
                }
            }
            given.addAll(today);
        }
    }

    @Test
    void the_three_insurers_do_clearly_differently() {
        assertThat(byHand("rongcheng")).isGreaterThan(new BigDecimal("28"));
        assertThat(byHand("huaxi")).isBetween(new BigDecimal("18"), new BigDecimal("24"));
        assertThat(byHand("bashu")).isLessThan(new BigDecimal("10"));
    }

    @Test
    void every_indicator_that_can_be_evaluated_has_cases_somewhere() {
        var indicators = YEAR.cases().stream()
                .map(one -> one.rule().substring(0, one.rule().lastIndexOf('-')))
                .collect(toSet());

        assertThat(indicators).containsExactlyInAnyOrderElementsOf(HandCalculation.MAXIMA.keySet());
    }

    @Test
    void what_is_late_is_late_by_the_official_calendar_and_most_of_it_around_the_long_holidays() {
        var calendar = CalendarFile.read();
        var late = YEAR.cases().stream().filter(one -> one.due() != null).toList();

        assertThat(late).isNotEmpty().allSatisfy(one -> {
            assertThat(calendar.isWorkingDay(one.due())).isTrue();
            assertThat(one.due().getYear()).isEqualTo(2025);
            if (one.done() != null) {
                assertThat(one.done()).isAfter(one.due());
            }
        });
        assertThat(late.stream().filter(DemoYearTest::isAroundHolidays).count()).isGreaterThan(late.size() / 2);
    }

    @Test
    void the_record_of_the_visit_before_the_festival_is_handed_in_on_the_last_day_a_saturday() {
        var visit =
                YEAR.visits().stream().filter(VisitPlot::lastDay).findFirst().orElseThrow();

        assertThat(visit.day()).isEqualTo("2025-01-23");
        assertThat(visit.insurer()).isEqualTo("huaxi");
        assertThat(YEAR.courses().get(visit).submissions()).containsExactly(LocalDate.of(2025, 2, 8));
    }

    @Test
    void one_score_worked_out_line_by_line() {
        var cases = YEAR.cases().stream()
                .filter(one -> one.insurer().equals("huaxi"))
                .collect(groupingBy(PlannedCase::rule, counting()));

        assertThat(cases)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "E-B3-R1", 1L,
                        "E-B5-R1", 1L,
                        "E-B8-R1", 1L,
                        "E-B9-R1", 3L,
                        "E-B11-R1", 3L,
                        "E-B12-R1", 2L,
                        "E-B14-R1", 2L,
                        "E-B15-R1", 3L,
                        "E-B15-R2", 1L,
                        "E-C3-R1", 2L));
        // A8 2 + B1 3 + B3 1.5 + B5 4.5 + B8 1.5 + B9 2.5 + B11 0.5 + B12 1 + B14 1 + B15 1 + C3 2
        assertThat(byHand("huaxi")).isEqualTo("20.50");
    }

    private static BigDecimal byHand(String insurer) {
        return HandCalculation.total(YEAR.cases().stream()
                .filter(one -> one.insurer().equals(insurer))
                .toList());
    }

    private static boolean isAroundHolidays(PlannedCase one) {
        var due = one.due();
        return due != null
                && (within(due, LocalDate.of(2025, 1, 14), LocalDate.of(2025, 3, 10))
                        || within(due, LocalDate.of(2025, 9, 15), LocalDate.of(2025, 11, 5)));
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static List<String> slots(Step step) {
        return SLOT.matcher(step.path() + " " + step.body())
                .results()
                .map(slot -> slot.group(1))
                .toList();
    }

    /** GB 32100: the weighted sum of all characters is a multiple of 31. */
    private static boolean isChecked(String code) {
        var alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var sum = alphabet.indexOf(code.charAt(17));
        var weight = 1;
        for (var character : code.substring(0, 17).toCharArray()) {
            sum += alphabet.indexOf(character) * weight;
            weight = weight * 3 % 31;
        }
        return code.length() == 18 && sum % 31 == 0;
    }
}
