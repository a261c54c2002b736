package io.fangwei.policy.budget;

import static io.fangwei.policy.PolicyFixture.COMMITMENT_ID;
import static io.fangwei.policy.PolicyFixture.EXPENSE_ID;
import static io.fangwei.policy.PolicyFixture.MANAGER;
import static io.fangwei.policy.PolicyFixture.PLAN_ID;
import static io.fangwei.policy.PolicyFixture.TODAY;
import static io.fangwei.policy.PolicyFixture.commitment;
import static io.fangwei.policy.PolicyFixture.drafted;
import static io.fangwei.policy.PolicyFixture.expense;
import static io.fangwei.policy.PolicyFixture.filledPool;
import static io.fangwei.policy.PolicyFixture.planCost;
import static io.fangwei.policy.PolicyFixture.pool;
import static io.fangwei.policy.Refusals.assertBreaks;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.budget.BudgetEvent.BudgetCommitted;
import io.fangwei.policy.budget.BudgetEvent.CommitmentReleased;
import io.fangwei.policy.budget.BudgetEvent.LedgerEntryPosted;
import io.fangwei.policy.budget.BudgetEvent.OverdrawBlocked;
import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommittingTest {

    private final BudgetPool pool = filledPool();

    @Test
    void an_agreed_plan_is_set_aside_at_its_cost() {
        var events = pool.commitPlan(planCost("12000.00"));

        assertThat(events).singleElement().isInstanceOfSatisfying(BudgetCommitted.class, committed -> {
            assertThat(committed.amount()).isEqualTo("12000.00");
            assertThat(committed.item()).isEqualTo(ServiceItemType.HAZARD_SCREENING);
            assertThat(committed.entryNo()).isEqualTo(2);
        });
        assertThat(pool.getFree()).isEqualTo("8000.00");
        assertThat(pool.getLeft()).isEqualTo("20000.00");
    }

    @Test
    @Requirement("CD-5.1.4d")
    void a_plan_that_costs_more_than_is_free_is_covered_as_far_as_it_goes_and_the_rest_is_told() {
        var events = pool.commitPlan(planCost("25000.00"));

        assertThat(pool.getFree()).isEqualTo("0.00");
        assertThat(events).last().isInstanceOfSatisfying(OverdrawBlocked.class, blocked -> {
            assertThat(blocked.wanted()).isEqualTo("25000.00");
            assertThat(blocked.uncovered()).isEqualTo("5000.00");
        });
        assertThat(pool().commitPlan(planCost("1.00"))).singleElement().isInstanceOf(OverdrawBlocked.class);
    }

    @Test
    void a_new_version_of_a_plan_takes_the_place_of_the_one_before() {
        pool.commitPlan(planCost("12000.00"));

        var events = pool.commitPlan(planCost("15000.00"));

        assertThat(events).hasSize(2);
        assertThat(events.get(0)).isInstanceOf(CommitmentReleased.class);
        assertThat(pool.getBalances().committed()).isEqualTo("15000.00");
        assertThat(pool.getBalances().released()).isEqualTo("12000.00");
        assertThat(pool.getCommitments()).hasSize(1);
    }

    @Test
    @Requirement("CD-5.1.4d")
    void what_is_committed_cannot_be_spent_on_anything_else() {
        pool.commit(commitment("15000.00"), TODAY);
        pool.draft(drafted(EXPENSE_ID, expense("5000.01")), TODAY);

        assertBreaks(PolicyRule.BUDGET_OVERDRAWN, () -> pool.post(EXPENSE_ID, MANAGER));
        assertThat(pool.getSpent()).isEqualTo("0.00");
    }

    @Test
    void an_expense_of_the_plan_draws_from_what_was_set_aside_for_it_first() {
        pool.commitPlan(planCost("3000.00"));
        pool.draft(drafted(EXPENSE_ID, ofPlan("2000.00", ServiceItemType.HAZARD_SCREENING)), TODAY);
        var posted = (LedgerEntryPosted) pool.post(EXPENSE_ID, MANAGER).get(0);

        assertThat(posted.drawn()).isEqualTo("2000.00");
        assertThat(pool.getBalances().committed()).isEqualTo("1000.00");

        var second = UUID.randomUUID();
        pool.draft(drafted(second, ofPlan("18000.00", null)), TODAY);
        assertThat(((LedgerEntryPosted) pool.post(second, MANAGER).get(0)).drawn())
                .isEqualTo("1000.00");
        assertThat(pool.getCommitments()).isEmpty();
        assertThat(pool.getLeft()).isEqualTo("0.00");
    }

    @Test
    void an_expense_of_another_item_leaves_what_was_set_aside_alone() {
        pool.commitPlan(planCost("3000.00"));
        pool.draft(drafted(EXPENSE_ID, ofPlan("100.00", ServiceItemType.TRAINING)), TODAY);

        assertThat(((LedgerEntryPosted) pool.post(EXPENSE_ID, MANAGER).get(0)).drawn())
                .isEqualTo("0.00");
        assertThat(pool.getBalances().committed()).isEqualTo("3000.00");
    }

    @Test
    void money_is_set_aside_by_hand_once_and_not_beyond_what_is_free() {
        pool.commit(commitment("15000.00"), TODAY);

        assertThat(pool.commit(commitment("15000.00"), TODAY)).isEmpty();
        var another = new Commitment(UUID.randomUUID(), null, null, null, null, new BigDecimal("5000.01"));
        assertBreaks(PolicyRule.BUDGET_OVERDRAWN, () -> pool.commit(another, TODAY));
        assertThat(pool.getFree()).isEqualTo("5000.00");
    }

    @Test
    void a_commitment_is_released_in_part_or_whole_and_never_more() {
        pool.commit(commitment("15000.00"), TODAY);

        pool.release(COMMITMENT_ID, new BigDecimal("4000.00"), "CHEAPER", TODAY);
        assertThat(pool.getFree()).isEqualTo("9000.00");
        assertBreaks(
                PolicyRule.RELEASE_EXCEEDS_COMMITMENT,
                () -> pool.release(COMMITMENT_ID, new BigDecimal("11000.01"), "CHEAPER", TODAY));
        pool.release(COMMITMENT_ID, null, "NOT_NEEDED", TODAY);

        assertThat(pool.getFree()).isEqualTo("20000.00");
        assertThat(pool.getBalances().released()).isEqualTo("15000.00");
        assertBreaks(PolicyRule.COMMITMENT_NOT_OPEN, () -> pool.release(COMMITMENT_ID, null, "NOT_NEEDED", TODAY));
    }

    @Test
    void a_plan_that_ends_gives_back_what_was_not_spent_on_it() {
        pool.commitPlan(planCost("3000.00"));
        pool.draft(drafted(EXPENSE_ID, ofPlan("2000.00", ServiceItemType.HAZARD_SCREENING)), TODAY);
        pool.post(EXPENSE_ID, MANAGER);

        assertThat(pool.releasePlan(PLAN_ID, "PLAN_TERMINATED", TODAY))
                .singleElement()
                .isInstanceOfSatisfying(
                        CommitmentReleased.class,
                        released -> assertThat(released.amount()).isEqualTo("1000.00"));
        assertThat(pool.hasCommitmentsFor(PLAN_ID)).isFalse();
        assertThat(pool.releasePlan(PLAN_ID, "PLAN_TERMINATED", TODAY)).isEmpty();
    }

    private static Expense ofPlan(String amount, @Nullable ServiceItemType item) {
        return new Expense(
                ExpenseCategory.EXPERT_FEE,
                new BigDecimal(amount),
                "V-2",
                null,
                ExpensePurpose.PLAN,
                null,
                PLAN_ID,
                null,
                TODAY,
                item,
                null,
                null);
    }
}
