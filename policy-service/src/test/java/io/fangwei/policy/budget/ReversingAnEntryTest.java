package io.fangwei.policy.budget;

import static io.fangwei.policy.PolicyFixture.COMPANY_ID;
import static io.fangwei.policy.PolicyFixture.EXPENSE_ID;
import static io.fangwei.policy.PolicyFixture.INSURER_ID;
import static io.fangwei.policy.PolicyFixture.MANAGER;
import static io.fangwei.policy.PolicyFixture.POOL_ID;
import static io.fangwei.policy.PolicyFixture.TODAY;
import static io.fangwei.policy.PolicyFixture.VISIT_ID;
import static io.fangwei.policy.PolicyFixture.accrual;
import static io.fangwei.policy.PolicyFixture.drafted;
import static io.fangwei.policy.PolicyFixture.expense;
import static io.fangwei.policy.PolicyFixture.filledPool;
import static io.fangwei.policy.PolicyFixture.row;
import static io.fangwei.policy.Refusals.assertBreaks;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.policy.budget.BudgetEvent.LedgerEntryPosted;
import io.fangwei.policy.budget.BudgetEvent.LedgerEntryReversed;
import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ReversingAnEntryTest {

    private final BudgetPool pool = filledPool();
    private final LedgerEntry entry = posted("5000.00");

    @Test
    void a_counter_entry_takes_the_amount_back_under_a_number_of_its_own() {
        var events = pool.reverse(entry, "WRONG_VOUCHER", TODAY.plusDays(1));

        assertThat(events)
                .containsExactly(new LedgerEntryReversed(
                        POOL_ID,
                        INSURER_ID,
                        2025,
                        3,
                        2,
                        ExpenseCategory.EXPERT_FEE,
                        new BigDecimal("5000.00"),
                        "V-0001",
                        ExpensePurpose.VISIT,
                        ServiceItemType.HAZARD_SCREENING,
                        VISIT_ID,
                        null,
                        COMPANY_ID,
                        null,
                        TODAY.plusDays(1),
                        "WRONG_VOUCHER",
                        new BigDecimal("20000.00"),
                        new BigDecimal("0.00"),
                        new BigDecimal("0.00")));
        assertThat(pool.getLeft()).isEqualTo("20000.00");
    }

    @Test
    void an_entry_is_reversed_once() {
        pool.reverse(entry, "WRONG_VOUCHER", TODAY);

        assertBreaks(PolicyRule.ENTRY_ALREADY_REVERSED, () -> pool.reverse(entry, "WRONG_VOUCHER", TODAY));
        assertThat(pool.getSpent()).isEqualTo("0.00");
    }

    @Test
    void only_expenses_are_reversed() {
        var accrual = row(pool.accrue(accrual("100.00", "0.20")).get(0));

        assertBreaks(PolicyRule.ENTRY_NOT_REVERSIBLE, () -> pool.reverse(accrual, "WRONG_VOUCHER", TODAY));
    }

    @Test
    void a_counter_entry_is_final() {
        var counter = row(pool.reverse(entry, "WRONG_VOUCHER", TODAY).get(0));

        assertBreaks(PolicyRule.COUNTER_ENTRY_IS_FINAL, () -> pool.reverse(counter, "WRONG_VOUCHER", TODAY));
    }

    @Test
    void entry_numbers_are_kept_in_little_space() {
        var numbers = EntryNumbers.none();
        for (int number = 1; number <= 100_000; number += 7) {
            numbers = numbers.with(number);
        }

        assertThat(numbers.bits()).hasSizeLessThan(13_000);
        assertThat(numbers.contains(8)).isTrue();
        assertThat(numbers.contains(9)).isFalse();
        assertThat(numbers.contains(1_000_000)).isFalse();
    }

    private LedgerEntry posted(String amount) {
        pool.draft(drafted(EXPENSE_ID, expense(amount)), TODAY);
        return row((LedgerEntryPosted) pool.post(EXPENSE_ID, MANAGER).get(0));
    }
}
