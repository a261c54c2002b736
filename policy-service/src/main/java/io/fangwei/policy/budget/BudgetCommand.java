package io.fangwei.policy.budget;

import io.fangwei.policy.policies.ServiceItemType;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a budget pool. */
public sealed interface BudgetCommand {

    String SHA256 = "[0-9a-f]{64}";

    record RecordOpening(
            @NotNull @Min(2000) @Max(2100) Integer year,
            @NotNull LocalDate asOf,

            @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2)
            BigDecimal accrued,

            @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2)
            BigDecimal spent,

            @NotNull @Pattern(regexp = "[\\p{L}\\p{N}/._-]{1,50}")
            String proofReference,

            @NotNull @Pattern(regexp = SHA256) String proofHash)
            implements BudgetCommand {}

    record SetServiceCost(
            @NotNull @Min(2000) @Max(2100) Integer year,
            @NotNull ServiceItemType item,

            @NotNull @Positive @Digits(integer = 10, fraction = 2)
            BigDecimal cost)
            implements BudgetCommand {}

    record CommitMoney(
            @NotNull @Positive @Digits(integer = 12, fraction = 2)
            BigDecimal amount,

            @Nullable UUID planId,
            @Nullable UUID policyId,
            @Nullable UUID companyId,
            @Nullable ServiceItemType item)
            implements BudgetCommand {}

    /** @param amount all that is left, if none is given */
    record ReleaseMoney(
            @Nullable @Positive @Digits(integer = 12, fraction = 2)
            BigDecimal amount,

            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,49}")
            String reasonCode)
            implements BudgetCommand {}

    /** @param amount nothing is carried over, if it is zero; that is a decision too */
    record CarryOver(
            @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 2)
            BigDecimal amount) implements BudgetCommand {}

    record DraftExpense(
            @Nullable ExpenseCategory category,

            @NotNull @Positive @Digits(integer = 12, fraction = 2)
            BigDecimal amount,

            @Nullable @Size(max = 50) String voucherNo,
            @Nullable UUID payeeId,
            @Nullable ExpensePurpose purpose,
            @Nullable UUID visitId,
            @Nullable UUID planId,
            @Nullable UUID companyId,
            @NotNull LocalDate spentOn,
            @Nullable ServiceItemType item,
            @Nullable UUID institutionId,
            @Nullable @Pattern(regexp = SHA256) String attachmentHash)
            implements BudgetCommand {}

    record RegisterPayee(@NotBlank @Size(max = 200) String name) implements BudgetCommand {}

    record WithdrawExpense(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,49}")
            String reasonCode) implements BudgetCommand {}

    record ReverseEntry(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,49}")
            String reasonCode) implements BudgetCommand {}

    /** Subjects of whoever leaves and of whoever takes over. */
    record HandOver(
            @NotBlank @Size(max = 100) String from,
            @NotBlank @Size(max = 100) String to) implements BudgetCommand {}
}
