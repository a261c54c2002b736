package io.fangwei.launcher.demo;

import io.fangwei.launcher.demo.Cast.Company;
import io.fangwei.launcher.demo.Cast.Insurer;
import io.fangwei.launcher.demo.Cast.Professional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Thinks up forty policies: twenty of the calendar year, ten that end during it, and the ten that follow them. */
final class PolicyPlots {

    private static final List<String> FULL_YEAR = List.of(
            "HAZARD_SCREENING",
            "TRAINING",
            "RISK_ASSESSMENT",
            "EMERGENCY_PLAN_DRILL",
            "HAZARD_SCREENING",
            "STANDARDIZATION",
            "TRAINING",
            "HAZARD_SCREENING",
            "TECH_PROMOTION",
            "OTHER");
    private static final int OF_A_PART = 5;
    private static final int PARTNERS_IN_A_GROUP = 3;

    private final Cast cast;
    private final WorkDays days;
    private final Random random;

    PolicyPlots(Cast cast, WorkDays days, long seed) {
        this.cast = cast;
        this.days = days;
        random = new Random(seed);
    }

    List<PolicyPlot> all() {
        var plots = new ArrayList<PolicyPlot>();
        for (int i = 0; i < cast.companies().size(); i++) {
            var company = cast.companies().get(i);
            var insurer = cast.insurers().get(i % 3);
            var industry = i / 3;
            if ((industry + i % 3) % 3 != 0) {
                plots.add(calendarYear(plots.size() + 1, insurer, company));
            } else {
                var end = YearMonth.of(2025, 4 + (industry + i) % 5).atEndOfMonth();
                plots.add(ending(plots.size() + 1, insurer, company, end));
                plots.add(renewal(plots.size() + 1, successor(insurer, industry), company, end.plusDays(1)));
            }
        }
        return List.copyOf(plots);
    }

    /** Three companies change their insurer when the policy ends. */
    private Insurer successor(Insurer insurer, int industry) {
        var next = cast.insurers().get((cast.insurers().indexOf(insurer) + 1) % 3);
        return List.of(9, 5, 7).get(cast.insurers().indexOf(insurer)) == industry ? next : insurer;
    }

    private PolicyPlot calendarYear(int no, Insurer insurer, Company company) {
        var drafted = days.after(LocalDate.of(2024, 12, 9), no % 8);
        return plot(
                no,
                insurer,
                company,
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 12, 31),
                rotated(FULL_YEAR, no % 5),
                LocalDate.of(2024, 12, 5),
                drafted,
                LocalDate.of(2025, 1, 2));
    }

    private PolicyPlot ending(int no, Insurer insurer, Company company, LocalDate end) {
        return plot(
                no,
                insurer,
                company,
                end.plusDays(1).minusYears(1),
                end,
                rotated(FULL_YEAR, no % 10).subList(0, OF_A_PART - 1),
                LocalDate.of(2024, 12, 5),
                LocalDate.of(2024, 12, 9),
                LocalDate.of(2024, 12, 12));
    }

    private PolicyPlot renewal(int no, Insurer insurer, Company company, LocalDate from) {
        var drafted = days.before(from, 10);
        return plot(
                no,
                insurer,
                company,
                from,
                from.plusYears(1).minusDays(1),
                rotated(FULL_YEAR, no % 10).subList(0, OF_A_PART),
                days.before(drafted, 2),
                drafted,
                days.onOrAfter(from));
    }

    private PolicyPlot plot(
            int no,
            Insurer insurer,
            Company company,
            LocalDate from,
            LocalDate to,
            List<String> items,
            LocalDate registered,
            LocalDate drafted,
            LocalDate activated) {
        var received = activated.getYear() < 2025 ? LocalDate.of(2025, 1, 2) : days.after(activated, 1);
        var planned = days.after(activated, 2);
        return new PolicyPlot(
                no,
                insurer,
                company,
                from,
                to,
                20_000 + random.nextInt(60) * 1_000 + (company.scale().equals("LARGE") ? 60_000 : 0),
                items,
                group(no, insurer),
                registered,
                drafted,
                activated,
                received,
                days.after(activated, 1),
                planned,
                days.after(planned, 1),
                insurer.key().equals("bashu") && from.isAfter(LocalDate.of(2025, 1, 1)));
    }

    private List<Professional> group(int no, Insurer insurer) {
        var hired = cast.hiredBy(insurer.key());
        var partner = cast.partnersOf(insurer).get(no % 3);
        var partners = cast.ofInstitution(partner.key());
        var group = new ArrayList<>(rotated(partners, no).subList(0, Math.min(PARTNERS_IN_A_GROUP, partners.size())));
        group.addAll(rotated(hired, no).subList(0, 2));
        return List.copyOf(group);
    }

    static <T> List<T> rotated(List<T> all, int by) {
        var rotated = new ArrayList<>(all);
        Collections.rotate(rotated, -by);
        return List.copyOf(rotated);
    }
}
