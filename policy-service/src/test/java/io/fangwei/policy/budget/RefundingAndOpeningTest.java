package io.fangwei.policy.budget;

import static io.fangwei.policy.PolicyFixture.COMPANY_ID;
import static io.fangwei.policy.PolicyFixture.EXPENSE_ID;
import static io.fangwei.policy.PolicyFixture.MANAGER;
import static io.fangwei.policy.PolicyFixture.NEXT_YEAR;
import static io.fangwei.policy.PolicyFixture.POLICY_ID;
import static io.fangwei.policy.PolicyFixture.TODAY;
import static io.fangwei.policy.PolicyFixture.accrual;
import static io.fangwei.policy.PolicyFixture.commitment;
import static io.fangwei.policy.PolicyFixture.drafted;
import static io.fangwei.policy.PolicyFixture.expense;
import static io.fangwei.policy.PolicyFixture.filledPool;
import static io.fangwei.policy.PolicyFixture.opening;
import static io.fangwei.policy.PolicyFixture.planCost;
import static io.fangwei.policy.PolicyFixture.pool;
import static io.fangwei.policy.PolicyFixture.refund;
import static io.fangwei.policy.Refusals.assertBreaks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.budget.BudgetEvent.AccrualInsufficient;
import io.fangwei.policy.budget.BudgetEvent.AccrualTakenBack;
import io.fangwei.policy.budget.BudgetEvent.BudgetAccrued;
import io.fangwei.policy.budget.BudgetEvent.Insufficiency;
import io.fangwei.policy.budget.BudgetEvent.OpeningRecorded;
import io.fangwei.policy.policies.AccrualShare;
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefundingAndOpeningTest {

    @Test
    void a_refund_takes_back_its_share_but_never_a_fraction_more() {
        var pool = filledPool();

        var events = pool.takeBack(refund("33.33"));

        assertThat(events).singleElement().isInstanceOfSatisfying(AccrualTakenBack.class, taken -> {
            assertThat(taken.amount()).isEqualTo("6.66");
            assertThat(taken.shortfall()).isEqualTo("0.00");
        });
        assertThat(pool.getAccrued()).isEqualTo("19993.34");
    }

    @Test
    @Requirement({"CD-5.1.4d", "CD-5.1.4f"})
    void what_is_committed_and_spent_stays_covered_and_the_rest_is_a_finding_with_its_amount() {
        var pool = filledPool();
        pool.commit(commitment("12000.00"), TODAY);
        pool.draft(drafted(EXPENSE_ID, expense("5000.00")), TODAY);
        pool.post(EXPENSE_ID, MANAGER);

        var events = pool.takeBack(refund("50000.00"));

        assertThat(pool.getAccrued()).isEqualTo("17000.00");
        assertThat(pool.getFree()).isEqualTo("0.00");
        assertThat(pool.getBalances().shortfall()).isEqualTo("7000.00");
        assertThat(events).last().isInstanceOfSatisfying(AccrualInsufficient.class, finding -> {
            assertThat(finding.why()).isEqualTo(Insufficiency.REFUND_OF_MONEY_USED);
            assertThat(finding.missing()).isEqualTo("7000.00");
        });
    }

    @Test
    void a_shortfall_is_made_good_by_the_next_accruals() {
        var pool = filledPool();
        pool.commit(commitment("20000.00"), TODAY);
        pool.takeBack(refund("10000.00"));

        var first = (BudgetAccrued) pool.accrue(accrual("6000.00", "0.20")).get(0);
        var second = (BudgetAccrued) pool.accrue(accrual("6000.00", "0.20")).get(0);

        assertThat(first.setOff()).isEqualTo("1200.00");
        assertThat(second.setOff()).isEqualTo("800.00");
        assertThat(pool.getAccrued()).isEqualTo("20400.00");
        assertThat(pool.getBalances().shortfall()).isEqualTo("0.00");
    }

    @Test
    @Requirement({"CD-5.1.4f", "AMB-19"})
    void setting_aside_less_than_the_floor_or_nothing_is_a_finding_with_its_amount() {
        var pool = pool();

        var enough = pool.accrue(withFloor("0.20", "0.20"));
        var less = (AccrualInsufficient) pool.accrue(withFloor("0.15", "0.20")).get(1);
        var nothing = (AccrualInsufficient) pool.accrue(withFloor("0", null)).get(1);

        assertThat(enough).hasSize(1);
        assertThat(less.why()).isEqualTo(Insufficiency.BELOW_FLOOR);
        assertThat(less.missing()).isEqualTo("500.00");
        assertThat(nothing.why()).isEqualTo(Insufficiency.NOTHING_SET_ASIDE);
        assertThat(nothing.missing()).isEqualTo("0.00");
    }

    @Test
    void an_insurer_that_begins_within_a_year_brings_its_balances_with_a_proof() {
        var pool = pool();

        var events = pool.recordOpening(opening("3000.00", "1000.00"), TODAY);

        assertThat(events)
                .extracting(event -> ((OpeningRecorded) event).kind())
                .containsExactly(EntryKind.OPENING_ACCRUED, EntryKind.OPENING_SPENT);
        assertThat(((OpeningRecorded) events.get(1)).proofReference()).isEqualTo("GL-2025-02");
        assertThat(pool.getLeft()).isEqualTo("2000.00");
        assertThat(pool.getLastEntryNo()).isEqualTo(2);
        assertBreaks(
                PolicyRule.OPENING_ALREADY_RECORDED, () -> pool.recordOpening(opening("3000.00", "1000.00"), TODAY));
    }

    @Test
    void an_opening_is_of_a_day_of_the_year_and_not_overdrawn() {
        assertBreaks(PolicyRule.OPENING_OVERDRAWN, () -> pool().recordOpening(opening("1000.00", "1000.01"), TODAY));
        assertBreaks(
                PolicyRule.OPENING_OUT_OF_YEAR,
                () -> pool().recordOpening(opening("1.00", "0.00"), TODAY.minusDays(1)));
        assertBreaks(
                PolicyRule.OPENING_OUT_OF_YEAR,
                () -> BudgetPool.empty(UUID.randomUUID(), COMPANY_ID, 2024, List.of())
                        .recordOpening(opening("1.00", "0.00"), TODAY));
    }

    @Test
    void what_is_free_goes_on_to_the_next_year_when_somebody_decides_so() {
        var pool = filledPool();
        pool.commit(commitment("12000.00"), TODAY);

        assertBreaks(PolicyRule.YEAR_NOT_OVER, () -> pool.carryOver(new BigDecimal("1.00"), TODAY));
        assertBreaks(PolicyRule.CARRY_OVER_EXCEEDS_FREE, () -> pool.carryOver(new BigDecimal("8000.01"), NEXT_YEAR));
        pool.carryOver(new BigDecimal("7000.00"), NEXT_YEAR);

        assertThat(pool.getFree()).isEqualTo("1000.00");
        assertThat(pool.status()).isEqualTo("CLOSED");
        assertThat(pool.getClosedOn()).isEqualTo(NEXT_YEAR);
    }

    @Test
    void nothing_new_begins_in_a_closed_pool_but_what_had_begun_is_finished() {
        var pool = filledPool();
        pool.draft(drafted(EXPENSE_ID, expense("5000.00")), TODAY);
        pool.carryOver(BigDecimal.ZERO, NEXT_YEAR);

        assertBreaks(PolicyRule.POOL_CLOSED, () -> pool.draft(drafted(UUID.randomUUID(), expense("1.00")), NEXT_YEAR));
        assertBreaks(PolicyRule.POOL_CLOSED, () -> pool.commit(commitment("1.00"), NEXT_YEAR));
        assertThat(pool.commitPlan(planCost("1.00"))).hasSize(1);
        assertThat(pool.getCommitments()).isEmpty();
        pool.post(EXPENSE_ID, MANAGER);
        pool.accrue(accrual("100.00", "0.20"));

        assertThat(pool.getLeft()).isEqualTo("15020.00");
    }

    @Test
    void no_pool_has_balances_that_cannot_be() {
        var ten = new BigDecimal("10.00");
        var none = new BigDecimal("0.00");

        assertThatIllegalStateException().isThrownBy(() -> new Balances(ten, ten, ten, none, none));
        assertThatIllegalStateException().isThrownBy(() -> new Balances(ten, ten.negate(), none, none, none));
    }

    private static Accrual withFloor(String ratio, @Nullable String floor) {
        return new Accrual(
                UUID.randomUUID(),
                POLICY_ID,
                COMPANY_ID,
                new BigDecimal("10000.00"),
                new AccrualShare(new BigDecimal(ratio), floor == null ? null : new BigDecimal(floor), null));
    }
}
