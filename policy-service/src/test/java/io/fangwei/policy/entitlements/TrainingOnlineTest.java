package io.fangwei.policy.entitlements;

import static io.fangwei.policy.PolicyFixture.COMPANY_ID;
import static io.fangwei.policy.PolicyFixture.INSURER_ID;
import static io.fangwei.policy.PolicyFixture.POLICY_ID;
import static io.fangwei.policy.Refusals.assertBreaks;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.calendar.CalendarFile;
import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.entitlements.EntitlementEvent.EntitlementGranted;
import io.fangwei.policy.entitlements.EntitlementEvent.LearningRecorded;
import io.fangwei.policy.entitlements.EntitlementEvent.TrainingCoverageMissed;
import io.fangwei.policy.policies.Delivery;
import io.fangwei.policy.policies.Headcount;
import io.fangwei.policy.policies.PolicyEvent.ContractedItem;
import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.policies.ServiceTerm.Period;
import io.fangwei.policy.rules.PolicyRule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Requirement({"CLK-17", "AMB-16", "CD-6.1.2.3a", "CD-6.1.2.3b"})
class TrainingOnlineTest {

    private static final Pace PACE = new Pace(CalendarFile.read(), 5);
    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
    private static final LocalDate JUNE = LocalDate.parse("2025-06-30");
    private static final LocalDate LAST = LocalDate.parse("2025-12-31");
    private static final LocalDate AFTER = LAST.plusDays(1);
    private static final String LOG = "c".repeat(64);

    private final Entitlement entitlement = Entitlement.of(POLICY_ID, INSURER_ID, COMPANY_ID, "510105");

    @BeforeEach
    void insure() {
        entitlement.insure(new Headcount(FIRST, 100));
    }

    @Test
    void training_that_is_agreed_to_be_online_only_starts_a_clock_to_the_end_of_the_policy() {
        var granted = (EntitlementGranted) grant(LAST, Delivery.ONLINE, Delivery.ONLINE);

        assertThat(granted.clocks())
                .containsExactly(new ClockFact(
                        "CLK-17",
                        ClockFact.State.STARTED,
                        FIRST,
                        LAST,
                        PACE.calendar().version(),
                        null));
        assertThat(entitlement.nextDue()).isPresent();
    }

    @Test
    void training_that_is_also_done_otherwise_or_left_open_starts_none() {
        for (var other : new Delivery[] {Delivery.ON_SITE, Delivery.MIXED, null}) {
            assertThat(((EntitlementGranted) grant(LAST, Delivery.ONLINE, other)).clocks())
                    .isEmpty();
            assertBreaks(PolicyRule.NO_ONLINE_TRAINING, () -> learn("2025-03-03", 100));
        }
        assertThat(((EntitlementGranted) grant(LAST)).clocks()).isEmpty();
    }

    @Test
    void the_clock_is_met_when_everybody_insured_has_learned_enough() {
        grant(LAST, Delivery.ONLINE);

        assertThat(learn("2025-03-03", 99).clocks()).singleElement().satisfies(clock -> {
            assertThat(clock.state()).isEqualTo(ClockFact.State.STARTED);
            assertThat(clock.endedOn()).isNull();
        });
        var met = learn("2025-04-04", 100);

        assertThat(met.clocks()).singleElement().satisfies(clock -> {
            assertThat(clock.state()).isEqualTo(ClockFact.State.MET);
            assertThat(clock.endedOn()).isEqualTo("2025-04-04");
        });
        assertThat(met.insuredPersons()).isEqualTo(100);
        assertThat(missed(AFTER)).isEmpty();
    }

    @Test
    void who_is_missing_when_the_policy_ends_is_told_once_with_what_was_known() {
        grant(LAST, Delivery.ONLINE);
        learn("2025-06-30", 99);
        assertThat(missed(LAST)).isEmpty();

        var told = missed(AFTER);

        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.insuredPersons()).isEqualTo(100);
            assertThat(event.learning()).isEqualTo(new Learning(JUNE, 99, "LMS-7", LOG));
            assertThat(event.on()).isEqualTo(AFTER);
            assertThat(event.clocks())
                    .singleElement()
                    .extracting(ClockFact::state)
                    .isEqualTo(ClockFact.State.MISSED);
        });
        assertThat(missed(AFTER)).isEmpty();
        assertThat(entitlement.expire(AFTER)).noneMatch(TrainingCoverageMissed.class::isInstance);
    }

    @Test
    void a_policy_that_expires_before_the_watch_looks_tells_it_too() {
        grant(LAST, Delivery.ONLINE);

        assertThat(entitlement.expire(AFTER))
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                TrainingCoverageMissed.class,
                                missed -> assertThat(missed.learning()).isNull()));
    }

    @Test
    void whoever_is_insured_later_must_learn_too() {
        grant(LAST, Delivery.ONLINE);
        learn("2025-04-04", 100);
        entitlement.insure(new Headcount(LocalDate.parse("2025-07-01"), 110));

        assertThat(clock().state()).isEqualTo(ClockFact.State.STARTED);
        assertThat(missed(AFTER))
                .singleElement()
                .satisfies(event -> assertThat(event.insuredPersons()).isEqualTo(110));
    }

    @Test
    void a_count_from_before_others_left_and_came_says_nothing_of_those_who_are_there_now() {
        grant(LAST, Delivery.ONLINE);
        learn("2025-04-04", 90);
        entitlement.insure(new Headcount(LocalDate.parse("2025-07-01"), 90));
        assertThat(clock().state()).isEqualTo(ClockFact.State.STARTED);

        learn("2025-07-02", 90);

        assertThat(clock().state()).isEqualTo(ClockFact.State.MET);
    }

    @Test
    void learning_of_the_term_that_is_heard_of_after_it_takes_the_breach_back() {
        grant(LAST, Delivery.ONLINE);
        missed(AFTER);
        entitlement.expire(AFTER);

        var late = (LearningRecorded) entitlement
                .recordLearning(new Learning(LAST, 100, "LMS-8", LOG), null, AFTER.plusDays(4))
                .get(0);

        assertThat(late.clocks()).singleElement().satisfies(clock -> {
            assertThat(clock.state()).isEqualTo(ClockFact.State.MET);
            assertThat(clock.endedOn()).isEqualTo(LAST);
        });
        assertBreaks(PolicyRule.LEARNING_OUT_OF_TERM, () -> learn("2026-01-01", 100));
    }

    @Test
    void the_count_lies_in_the_term_after_the_one_before_and_within_those_insured() {
        grant(LAST, Delivery.ONLINE);
        learn("2025-03-03", 40);

        assertBreaks(PolicyRule.LEARNING_OUT_OF_TERM, () -> learn("2024-12-31", 40));
        assertBreaks(PolicyRule.LEARNING_OUT_OF_TERM, () -> learn("2025-03-02", 40));
        assertBreaks(
                PolicyRule.LEARNING_OUT_OF_TERM,
                () -> entitlement.recordLearning(new Learning(JUNE, 41, "LMS-7", LOG), null, JUNE.minusDays(1)));
        assertBreaks(PolicyRule.LEARNERS_EXCEED_INSURED, () -> learn("2025-03-04", 101));
    }

    @Test
    void nothing_is_counted_against_persons_of_whom_nobody_told() {
        var unknown = Entitlement.of(POLICY_ID, INSURER_ID, COMPANY_ID, "510105");
        unknown.grant(granted(LAST, Delivery.ONLINE), PACE);

        assertBreaks(
                PolicyRule.INSURED_PERSONS_UNKNOWN,
                () -> unknown.recordLearning(new Learning(JUNE, 0, "LMS-7", LOG), null, JUNE));
        assertThat(unknown.noticeOverdue(AFTER))
                .filteredOn(TrainingCoverageMissed.class::isInstance)
                .singleElement()
                .extracting("insuredPersons")
                .isNull();
    }

    @Test
    void the_count_goes_down_only_by_a_correction_with_a_reason() {
        grant(LAST, Delivery.ONLINE);
        learn("2025-03-03", 100);

        assertBreaks(PolicyRule.LEARNERS_FEWER_THAN_BEFORE, () -> learn("2025-03-04", 99));
        var corrected = (LearningRecorded) entitlement
                .recordLearning(new Learning(LocalDate.parse("2025-03-04"), 99, "LMS-7", LOG), "COUNTED_TWICE", JUNE)
                .get(0);

        assertThat(corrected.reasonCode()).contains("COUNTED_TWICE");
        assertThat(clock().state()).isEqualTo(ClockFact.State.STARTED);
    }

    @Test
    void the_same_count_again_is_no_news() {
        grant(LAST, Delivery.ONLINE);
        learn("2025-03-03", 40);

        assertThat(entitlement.recordLearning(
                        new Learning(LocalDate.parse("2025-03-03"), 40, "LMS-7", LOG), null, JUNE))
                .isEmpty();
    }

    @Test
    void a_policy_that_is_cancelled_has_no_last_day_to_reach() {
        grant(LAST, Delivery.ONLINE);

        assertThat(entitlement.cancel(JUNE)).noneMatch(TrainingCoverageMissed.class::isInstance);
        assertThat(entitlement.clocks()).isEmpty();
    }

    @Test
    void a_policy_that_is_cancelled_before_it_grants_anything_settles_nothing() {
        assertThat(entitlement.cancel(JUNE)).isEmpty();
    }

    @Test
    void an_endorsement_moves_the_last_day_and_keeps_what_was_counted() {
        grant(LAST, Delivery.ONLINE);
        learn("2025-03-03", 100);

        grant(LAST.plusMonths(2), Delivery.ONLINE);

        assertThat(clock().state()).isEqualTo(ClockFact.State.MET);
        assertThat(clock().due()).isEqualTo("2026-02-28");
    }

    private ClockFact clock() {
        return entitlement.clocks().get(0).fact();
    }

    private LearningRecorded learn(String asOf, int learners) {
        var learning = new Learning(LocalDate.parse(asOf), learners, "LMS-7", LOG);
        return (LearningRecorded)
                entitlement.recordLearning(learning, null, AFTER).get(0);
    }

    private List<TrainingCoverageMissed> missed(LocalDate today) {
        return entitlement.noticeOverdue(today).stream()
                .filter(TrainingCoverageMissed.class::isInstance)
                .map(TrainingCoverageMissed.class::cast)
                .toList();
    }

    private EntitlementEvent grant(LocalDate to, @Nullable Delivery... trainings) {
        return entitlement.grant(granted(to, trainings), PACE).get(0);
    }

    private static Grant granted(LocalDate to, @Nullable Delivery... trainings) {
        var screening = new ContractedItem(ServiceItemType.HAZARD_SCREENING, 1, Period.YEAR, Delivery.ONLINE);
        var items = Stream.concat(
                        Stream.of(screening),
                        Stream.of(trainings)
                                .map(delivery ->
                                        new ContractedItem(ServiceItemType.TRAINING, 1, Period.YEAR, delivery)))
                .toList();
        return new Grant(POLICY_ID, INSURER_ID, COMPANY_ID, "510105", FIRST, to, items, false);
    }
}
