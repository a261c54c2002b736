package io.fangwei.policy.entitlements;

import static io.fangwei.policy.PolicyFixture.COMPANY_ID;
import static io.fangwei.policy.PolicyFixture.INSURER_ID;
import static io.fangwei.policy.PolicyFixture.POLICY_ID;
import static io.fangwei.policy.PolicyFixture.VISIT_ID;
import static io.fangwei.policy.Refusals.assertBreaks;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.calendar.CalendarFile;
import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.entitlements.EntitlementEvent.EntitlementAtRisk;
import io.fangwei.policy.entitlements.EntitlementEvent.EntitlementCounted;
import io.fangwei.policy.entitlements.EntitlementEvent.TermsFulfilled;
import io.fangwei.policy.entitlements.EntitlementEvent.TermsUnfulfilled;
import io.fangwei.policy.entitlements.EntitlementEvent.YearlyServiceMissed;
import io.fangwei.policy.policies.PolicyEvent.ContractedItem;
import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.policies.ServiceTerm.Period;
import io.fangwei.policy.rules.PolicyRule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FulfillingAPolicyTest {

    private static final ServiceItemType SCREENING = ServiceItemType.HAZARD_SCREENING;
    private static final Pace PACE = new Pace(CalendarFile.read(), 5);
    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
    private static final LocalDate LAST = LocalDate.parse("2025-12-31");
    private static final LocalDate AFTER = LAST.plusDays(1);

    private final Entitlement entitlement = Entitlement.of(POLICY_ID, INSURER_ID, COMPANY_ID, "510105");

    @Test
    @Requirement("CD-5.1.2a")
    void services_are_counted_as_agreed_planned_and_done() {
        grant(LAST, screenings(2));

        entitlement.plan(VISIT_ID, SCREENING, LocalDate.parse("2025-03-10"), PACE);
        entitlement.plan(UUID.randomUUID(), SCREENING, LocalDate.parse("2025-09-10"), PACE);
        var done = entitlement.complete(VISIT_ID, SCREENING, LocalDate.parse("2025-03-10"), PACE);

        assertThat(count(LocalDate.parse("2025-03-11"))).isEqualTo(new ItemCount(SCREENING, 2, 1, 1, 0, 1));
        assertThat(((EntitlementCounted) done.get(0)).done()).isOne();
        assertThat(count(LocalDate.parse("2025-09-11")).overdue()).isOne();
    }

    @Test
    void the_same_news_twice_or_late_counts_once() {
        grant(LAST, screenings(2));
        entitlement.plan(VISIT_ID, SCREENING, FIRST, PACE);
        entitlement.complete(VISIT_ID, SCREENING, FIRST, PACE);

        assertThat(entitlement.plan(VISIT_ID, SCREENING, FIRST, PACE)).isEmpty();
        assertThat(entitlement.complete(VISIT_ID, SCREENING, FIRST, PACE)).isEmpty();
        assertThat(entitlement.drop(VISIT_ID, PACE)).isEmpty();
        assertThat(count(FIRST).done()).isOne();
    }

    @Test
    void what_is_cancelled_or_moved_is_not_planned_any_more_or_later() {
        grant(LAST, screenings(2));
        entitlement.plan(VISIT_ID, SCREENING, LocalDate.parse("2025-03-10"), PACE);
        entitlement.plan(VISIT_ID, SCREENING, LocalDate.parse("2025-06-10"), PACE);
        assertThat(count(LocalDate.parse("2025-04-01")).overdue()).isZero();

        entitlement.drop(VISIT_ID, PACE);
        assertThat(count(LocalDate.parse("2025-07-01")).planned()).isZero();
    }

    @Test
    void visits_that_are_heard_of_before_the_policy_count_when_it_is() {
        entitlement.complete(VISIT_ID, SCREENING, LocalDate.parse("2025-03-10"), PACE);

        grant(LAST, screenings(2));

        assertThat(count(AFTER).done()).isOne();
    }

    @ParameterizedTest
    @Requirement("AMB-14")
    @CsvSource(textBlock = """
            # to,       frequency, period, agreed
            2025-12-31, 2,         YEAR,   2
            2026-12-31, 2,         YEAR,   4
            2026-02-28, 2,         YEAR,   3
            2025-06-30, 2,         YEAR,   1
            2026-12-31, 2,         TERM,   2
            """)
    void the_services_of_a_year_are_agreed_for_every_year_of_the_term(
            LocalDate to, int frequency, Period period, int agreed) {
        assertThat(ItemTerm.of(SCREENING, frequency, period, FIRST, to).agreed())
                .isEqualTo(agreed);
    }

    @Test
    void services_of_policy_years_that_have_ended_are_late() {
        grant(LocalDate.parse("2026-12-31"), screenings(2));

        assertThat(count(LocalDate.parse("2025-12-31")).overdue()).isZero();
        assertThat(count(LocalDate.parse("2026-01-01")).overdue()).isEqualTo(2);
        assertThat(count(LocalDate.parse("2027-01-01")).overdue()).isEqualTo(4);
    }

    @Test
    @Requirement({"CD-5.1.2a", "CLK-19"})
    void what_was_not_done_when_the_policy_ends_is_told_with_what_was() {
        grant(LAST, screenings(2));
        entitlement.complete(VISIT_ID, SCREENING, LocalDate.parse("2025-03-10"), PACE);

        var ended = (TermsUnfulfilled) entitlement.expire(AFTER).get(0);

        assertThat(entitlement.getStatus()).isEqualTo(EntitlementStatus.UNFULFILLED);
        assertThat(ended.items())
                .singleElement()
                .satisfies(item -> assertThat(item.remaining()).isOne());
        assertThat(ended.proof()).singleElement().satisfies(proof -> {
            assertThat(proof.visitId()).isEqualTo(VISIT_ID);
            assertThat(proof.doneOn()).isEqualTo("2025-03-10");
        });
        assertThat(entitlement.expire(AFTER)).isEmpty();
    }

    @Test
    void a_service_of_the_last_day_that_is_heard_of_late_still_counts_and_one_after_it_does_not() {
        grant(LAST, screenings(1));
        entitlement.expire(AFTER);

        entitlement.complete(UUID.randomUUID(), SCREENING, AFTER, PACE);
        assertThat(entitlement.getStatus()).isEqualTo(EntitlementStatus.UNFULFILLED);
        var events = entitlement.complete(VISIT_ID, SCREENING, LAST, PACE);

        assertThat(events).last().isInstanceOf(TermsFulfilled.class);
        assertThat(entitlement.getStatus()).isEqualTo(EntitlementStatus.FULFILLED);
    }

    @Test
    void a_policy_that_is_cancelled_owes_only_what_was_late() {
        grant(LocalDate.parse("2026-12-31"), screenings(2));

        assertThat(entitlement.cancel(LocalDate.parse("2025-06-01")))
                .singleElement()
                .isInstanceOf(TermsFulfilled.class);
    }

    @Test
    @Requirement("CD-5.1.2a")
    void somebody_is_warned_once_when_the_days_left_no_longer_suffice() {
        grant(LAST, screenings(2));
        var last = LocalDate.parse("2025-12-18");
        assertThat(entitlement.nextDue()).contains(last);
        assertThat(entitlement.noticeOverdue(last)).isEmpty();

        var warned =
                (EntitlementAtRisk) entitlement.noticeOverdue(last.plusDays(1)).get(0);

        assertThat(warned.remaining()).isEqualTo(2);
        assertThat(warned.lastDayInTime()).isEqualTo(last);
        assertThat(entitlement.itemsAtRisk()).containsExactly(SCREENING);
        assertThat(entitlement.noticeOverdue(last.plusDays(2))).isEmpty();
        assertThat(entitlement.nextDue()).isEmpty();
    }

    @Test
    void whoever_keeps_the_pace_is_warned_later_or_never() {
        grant(LAST, screenings(2));
        entitlement.complete(VISIT_ID, SCREENING, LocalDate.parse("2025-03-10"), PACE);
        assertThat(entitlement.nextDue()).contains(LocalDate.parse("2025-12-25"));

        entitlement.complete(UUID.randomUUID(), SCREENING, LocalDate.parse("2025-03-11"), PACE);
        assertThat(entitlement.nextDue()).isEmpty();
    }

    @Test
    @Requirement({"CLK-16", "CD-6b"})
    void each_policy_year_of_a_large_company_at_high_risk_needs_an_assessment_or_screening() {
        grantYearly(LocalDate.parse("2026-12-31"));

        var met = entitlement.complete(VISIT_ID, SCREENING, LocalDate.parse("2025-12-31"), PACE);
        var missed = entitlement.noticeOverdue(LocalDate.parse("2027-01-01"));

        assertThat(((EntitlementCounted) met.get(0)).clocks()).singleElement().satisfies(clock -> {
            assertThat(clock.rule()).isEqualTo("CLK-16");
            assertThat(clock.state()).isEqualTo(ClockFact.State.MET);
            assertThat(clock.due()).isEqualTo("2025-12-31");
        });
        assertThat(missed)
                .filteredOn(YearlyServiceMissed.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((YearlyServiceMissed) event).clocks())
                        .singleElement()
                        .satisfies(clock -> {
                            assertThat(clock.state()).isEqualTo(ClockFact.State.MISSED);
                            assertThat(clock.start()).isEqualTo("2026-01-01");
                        }));
        assertThat(entitlement.noticeOverdue(LocalDate.parse("2027-01-02"))).isEmpty();
    }

    @Test
    @Requirement("CLK-16")
    void a_year_that_was_missed_is_told_once_though_the_policy_is_endorsed_afterwards() {
        grantYearly(LocalDate.parse("2026-12-31"));
        assertThat(entitlement.noticeOverdue(AFTER)).anyMatch(YearlyServiceMissed.class::isInstance);

        grantYearly(LocalDate.parse("2026-12-31"));

        assertThat(entitlement.noticeOverdue(AFTER.plusDays(1))).noneMatch(YearlyServiceMissed.class::isInstance);
    }

    @Test
    @Requirement("CLK-16")
    void other_services_do_not_stop_that_clock() {
        grantYearly(LAST);

        entitlement.complete(VISIT_ID, ServiceItemType.TRAINING, LocalDate.parse("2025-05-05"), PACE);

        assertThat(entitlement.noticeOverdue(AFTER)).anyMatch(YearlyServiceMissed.class::isInstance);
    }

    @Test
    void what_was_done_before_the_insurer_began_here_counts_with_its_proof() {
        grant(LAST, screenings(1));
        var service =
                new EarlierService(VISIT_ID, SCREENING, LocalDate.parse("2025-02-02"), "隐患排查报告-2025-7", "b".repeat(64));

        entitlement.recordEarlier(service, LocalDate.parse("2025-03-03"), PACE);

        assertThat(entitlement.recordEarlier(service, LocalDate.parse("2025-03-03"), PACE))
                .isEmpty();
        var ended = (TermsFulfilled) entitlement.expire(AFTER).get(0);
        assertThat(ended.proof()).singleElement().satisfies(proof -> {
            assertThat(proof.visitId()).isNull();
            assertThat(proof.proofHash()).isEqualTo("b".repeat(64));
        });
    }

    @Test
    void an_earlier_service_lies_in_the_term_and_was_contracted() {
        grant(LAST, screenings(1));

        assertBreaks(PolicyRule.EARLIER_SERVICE_OUT_OF_TERM, () -> earlier(SCREENING, "2024-12-31"));
        assertBreaks(PolicyRule.EARLIER_SERVICE_OUT_OF_TERM, () -> earlier(SCREENING, "2025-03-04"));
        assertBreaks(PolicyRule.ITEM_NOT_CONTRACTED, () -> earlier(ServiceItemType.TRAINING, "2025-02-02"));
    }

    private void earlier(ServiceItemType item, String doneOn) {
        var service = new EarlierService(UUID.randomUUID(), item, LocalDate.parse(doneOn), "R", "b".repeat(64));
        entitlement.recordEarlier(service, LocalDate.parse("2025-03-03"), PACE);
    }

    private ItemCount count(LocalDate day) {
        return entitlement.counts(day).get(0);
    }

    private static ContractedItem screenings(int frequency) {
        return new ContractedItem(SCREENING, frequency, Period.YEAR);
    }

    private void grant(LocalDate to, ContractedItem... items) {
        entitlement.grant(
                new Grant(POLICY_ID, INSURER_ID, COMPANY_ID, "510105", FIRST, to, List.of(items), false), PACE);
    }

    private void grantYearly(LocalDate to) {
        entitlement.grant(
                new Grant(POLICY_ID, INSURER_ID, COMPANY_ID, "510105", FIRST, to, List.of(screenings(1)), true), PACE);
    }
}
