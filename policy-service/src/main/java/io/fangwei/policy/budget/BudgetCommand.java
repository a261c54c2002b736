package io.fangwei.policy.budget;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a budget pool. */
public sealed interface BudgetCommand {

    record DraftExpense(
            @Nullable ExpenseCategory category,

            @NotNull @Positive @Digits(integer = 12, fraction = 2)
            BigDecimal amount,

            @Nullable @Size(max = 50) String voucherNo,
            @Nullable @Size(max = 200) String payee,
            @Nullable ExpensePurpose purpose,
            @Nullable UUID visitId,
            @Nullable UUID planId,
            @Nullable UUID companyId,
            @NotNull LocalDate spentOn)
            implements BudgetCommand {}

    record WithdrawExpense(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,49}")
            String reasonCode) implements BudgetCommand {}

    record ReverseEntry(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,49}")
            String reasonCode) implements BudgetCommand {}
}
