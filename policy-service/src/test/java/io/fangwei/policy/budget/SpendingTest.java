package io.fangwei.policy.budget;

import static io.fangwei.policy.PolicyFixture.COMPANY_ID;
import static io.fangwei.policy.PolicyFixture.EXPENSE_ID;
import static io.fangwei.policy.PolicyFixture.INSURER_ID;
import static io.fangwei.policy.PolicyFixture.MANAGER;
import static io.fangwei.policy.PolicyFixture.PAYEE_ID;
import static io.fangwei.policy.PolicyFixture.POOL_ID;
import static io.fangwei.policy.PolicyFixture.STAFF;
import static io.fangwei.policy.PolicyFixture.TODAY;
import static io.fangwei.policy.PolicyFixture.VISIT_ID;
import static io.fangwei.policy.PolicyFixture.accrual;
import static io.fangwei.policy.PolicyFixture.drafted;
import static io.fangwei.policy.PolicyFixture.expense;
import static io.fangwei.policy.PolicyFixture.filledPool;
import static io.fangwei.policy.PolicyFixture.row;
import static io.fangwei.policy.Refusals.assertBreaks;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.problems.Refusal;
import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.budget.BudgetEvent.ExpenseDrafted;
import io.fangwei.policy.budget.BudgetEvent.ExpenseWithdrawn;
import io.fangwei.policy.budget.BudgetEvent.LedgerEntryPosted;
import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpendingTest {

    @Test
    void a_draft_waits_and_spends_nothing() {
        var pool = filledPool();

        var events = pool.draft(drafted(EXPENSE_ID, expense("5000.00")), TODAY);

        assertThat(events)
                .containsExactly(
                        new ExpenseDrafted(POOL_ID, EXPENSE_ID, ExpenseCategory.EXPERT_FEE, new BigDecimal("5000.00")));
        assertThat(pool.getSpent()).isEqualTo("0.00");
        assertThat(pool.draft(drafted(EXPENSE_ID, expense("5000.00")), TODAY)).isEmpty();
        assertThat(pool.getOpenExpenses()).hasSize(1);
    }

    @Test
    @Requirement("CD-5.1.4c")
    void a_posted_expense_is_an_entry_with_number_and_balances() {
        var pool = filledPool();
        pool.draft(drafted(EXPENSE_ID, expense("5000.00")), TODAY);

        var events = pool.post(EXPENSE_ID, MANAGER);

        assertThat(events)
                .containsExactly(new LedgerEntryPosted(
                        POOL_ID,
                        INSURER_ID,
                        2025,
                        2,
                        EXPENSE_ID,
                        ExpenseCategory.EXPERT_FEE,
                        new BigDecimal("5000.00"),
                        new BigDecimal("0.00"),
                        "V-0001",
                        ExpensePurpose.VISIT,
                        ServiceItemType.HAZARD_SCREENING,
                        VISIT_ID,
                        null,
                        COMPANY_ID,
                        PAYEE_ID,
                        null,
                        null,
                        TODAY,
                        new BigDecimal("20000.00"),
                        new BigDecimal("0.00"),
                        new BigDecimal("5000.00")));
        assertThat(pool.getLeft()).isEqualTo("15000.00");
        assertThat(pool.getOpenExpenses()).isEmpty();
    }

    @Test
    void whoever_drafted_an_expense_does_not_post_it() {
        var pool = filledPool();
        pool.draft(drafted(EXPENSE_ID, expense("5000.00")), TODAY);

        assertBreaks(PolicyRule.FOUR_EYES, () -> pool.post(EXPENSE_ID, STAFF));
        assertThat(pool.getSpent()).isEqualTo("0.00");
    }

    @Test
    void what_somebody_who_leaves_had_drafted_is_posted_by_neither_of_the_two_who_answered_for_it() {
        var pool = filledPool();
        pool.draft(drafted(EXPENSE_ID, expense("5000.00")), TODAY);

        assertThat(pool.handOver(STAFF, "is.two")).hasSize(1);

        assertBreaks(PolicyRule.FOUR_EYES, () -> pool.post(EXPENSE_ID, "is.two"));
        assertBreaks(PolicyRule.FOUR_EYES, () -> pool.post(EXPENSE_ID, STAFF));
        assertBreaks(PolicyRule.NOTHING_TO_HAND_OVER, () -> pool.handOver(STAFF, "is.three"));
        assertThat(pool.post(EXPENSE_ID, MANAGER)).hasSize(1);
    }

    @Test
    void an_expense_is_posted_once() {
        var pool = filledPool();
        pool.draft(drafted(EXPENSE_ID, expense("5000.00")), TODAY);
        pool.post(EXPENSE_ID, MANAGER);

        assertBreaks(PolicyRule.EXPENSE_NOT_OPEN, () -> pool.post(EXPENSE_ID, MANAGER));
        assertThat(pool.getSpent()).isEqualTo("5000.00");
    }

    @ParameterizedTest
    @MethodSource("irregularExpenses")
    @Requirement("CD-5.1.4b")
    void an_expense_without_category_voucher_or_what_it_serves_is_not_posted(Expense irregular, List<String> lacking) {
        var pool = filledPool();
        pool.draft(drafted(EXPENSE_ID, irregular), TODAY);

        assertThat(irregular.lacking()).isEqualTo(lacking);
        assertBreaks(PolicyRule.LEDGER_ENTRY_IRREGULAR, () -> pool.post(EXPENSE_ID, MANAGER));
        assertThat(pool.getLastEntryNo()).isOne();
    }

    static Stream<Arguments> irregularExpenses() {
        var fee = ExpenseCategory.EXPERT_FEE;
        return Stream.of(
                Arguments.of(irregular(null, "V", ExpensePurpose.GENERAL), List.of("category")),
                Arguments.of(irregular(fee, null, ExpensePurpose.GENERAL), List.of("voucherNo")),
                Arguments.of(irregular(fee, " ", ExpensePurpose.GENERAL), List.of("voucherNo")),
                Arguments.of(irregular(fee, "V", null), List.of("purpose")),
                Arguments.of(irregular(fee, "V", ExpensePurpose.VISIT), List.of("visitId")),
                Arguments.of(irregular(fee, "V", ExpensePurpose.PLAN), List.of("planId")),
                Arguments.of(irregular(null, null, null), List.of("category", "voucherNo", "purpose")));
    }

    private static Expense irregular(
            @Nullable ExpenseCategory category, @Nullable String voucherNo, @Nullable ExpensePurpose purpose) {
        return new Expense(
                category, BigDecimal.ONE, voucherNo, null, purpose, null, null, null, TODAY, null, null, null);
    }

    @Test
    void an_expense_for_prevention_in_general_needs_no_visit() {
        var pool = filledPool();
        pool.draft(drafted(EXPENSE_ID, irregular(ExpenseCategory.TECH, "V-9", ExpensePurpose.GENERAL)), TODAY);

        assertThat(pool.post(EXPENSE_ID, MANAGER)).hasSize(1);
    }

    @Test
    @Requirement("CD-5.1.4d")
    void everything_accrued_may_be_spent_and_not_a_cent_more() {
        var pool = filledPool();
        pool.draft(drafted(EXPENSE_ID, expense("20000.01")), TODAY);

        assertBreaks(PolicyRule.BUDGET_OVERDRAWN, () -> pool.post(EXPENSE_ID, MANAGER));
        assertThat(pool.getSpent()).isEqualTo("0.00");

        var another = UUID.randomUUID();
        pool.draft(drafted(another, expense("20000.00")), TODAY);
        pool.post(another, MANAGER);
        assertThat(pool.getLeft()).isEqualTo("0.00");
    }

    @Test
    void a_draft_can_be_withdrawn_with_a_reason() {
        var pool = filledPool();
        pool.draft(drafted(EXPENSE_ID, expense("5000.00")), TODAY);

        assertThat(pool.withdraw(EXPENSE_ID, "WRONG_AMOUNT"))
                .containsExactly(new ExpenseWithdrawn(POOL_ID, EXPENSE_ID, new BigDecimal("5000.00"), "WRONG_AMOUNT"));
        assertBreaks(PolicyRule.EXPENSE_NOT_OPEN, () -> pool.post(EXPENSE_ID, MANAGER));
    }

    @Test
    void nothing_is_spent_tomorrow() {
        assertBreaks(
                PolicyRule.SPENT_IN_FUTURE,
                () -> filledPool().draft(drafted(EXPENSE_ID, expense("1.00")), TODAY.minusDays(1)));
    }

    @Test
    void only_so_many_drafts_wait_so_that_the_pool_stays_small() {
        var pool = filledPool();
        IntStream.range(0, OpenExpenses.MOST)
                .forEach(number -> pool.draft(drafted(UUID.randomUUID(), expense("1.00")), TODAY));

        assertBreaks(
                PolicyRule.TOO_MANY_OPEN_EXPENSES,
                () -> pool.draft(drafted(UUID.randomUUID(), expense("1.00")), TODAY));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20250303})
    @Requirement("CD-5.1.4d")
    void whatever_people_do_no_more_is_spent_than_accrued_and_numbers_have_no_gaps(long seed) {
        var random = new Random(seed);
        var pool = filledPool();
        var posted = new ArrayList<LedgerEntryPosted>();
        var numbers = new ArrayList<>(List.of(1));

        for (int act = 0; act < 400; act++) {
            try {
                switch (random.nextInt(4)) {
                    case 0 -> {
                        pool.accrue(accrual(amount(random), "0.2"));
                        numbers.add(pool.getLastEntryNo());
                    }
                    case 1 -> {
                        var entry = posted.get(random.nextInt(posted.size()));
                        pool.reverse(row(entry), "WRONG_VOUCHER", TODAY);
                        numbers.add(pool.getLastEntryNo());
                    }
                    default -> {
                        var id = UUID.randomUUID();
                        pool.draft(drafted(id, expense(amount(random))), TODAY);
                        posted.add((LedgerEntryPosted) pool.post(id, MANAGER).get(0));
                        numbers.add(pool.getLastEntryNo());
                    }
                }
            } catch (Refusal | IllegalArgumentException refused) {
                assertThat(pool.getOpenExpenses()).hasSizeLessThanOrEqualTo(OpenExpenses.MOST);
            }
            assertThat(pool.getLeft()).as("seed %d act %d", seed, act).isNotNegative();
            assertThat(pool.getSpent()).as("seed %d act %d", seed, act).isNotNegative();
        }

        assertThat(numbers).hasSizeGreaterThan(20);
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    private static String amount(Random random) {
        return BigDecimal.valueOf(1 + random.nextInt(400_000), 2).toPlainString();
    }
}
