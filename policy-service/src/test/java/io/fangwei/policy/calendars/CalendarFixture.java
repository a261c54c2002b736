package io.fangwei.policy.calendars;

import io.fangwei.kernel.deadlines.RulePacks;
import io.fangwei.policy.insurers.AccrualRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A year that has no notice yet, and a pack whose first clock is a day longer. */
public final class CalendarFixture {

    private CalendarFixture() {}

    public static HolidayNotice notice() {
        return new HolidayNotice(
                2027,
                "国办发明电〔2026〕7号",
                List.of(
                        new Holiday(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 2), "元旦"),
                        new Holiday(LocalDate.of(2027, 2, 5), LocalDate.of(2027, 2, 11), "春节")),
                List.of(LocalDate.of(2027, 2, 20), LocalDate.of(2027, 1, 30)));
    }

    public static HolidayYear proposedYear() {
        var year = HolidayYear.of(UUID.fromString("0a000000-0000-8000-8000-000000000020"), 2027);
        year.propose(notice());
        return year;
    }

    public static CityRulePack proposedPack() {
        var pack = CityRulePack.of(UUID.fromString("0a000000-0000-8000-8000-000000000021"), "chengdu-draft");
        var shipped = RulePacks.read(RulePacks.CHENGDU);
        pack.propose(
                new PackVersion(
                        "1.1.0", List.of(shipped.clock("CLK-01"), shipped.clock("CLK-11")), limits("0.21", "0.15")),
                Set.of("CLK-01"));
        return pack;
    }

    /** At most the cap; of the chemical industry at least the floor, from 2025 on. */
    public static AccrualRules limits(String cap, String floor) {
        return new AccrualRules(
                new BigDecimal(cap), List.of(new AccrualRules.Floor(List.of("26"), 2025, new BigDecimal(floor))));
    }
}
