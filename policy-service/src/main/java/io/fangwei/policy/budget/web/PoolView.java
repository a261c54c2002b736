package io.fangwei.policy.budget.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fangwei.policy.budget.Commitment;
import io.fangwei.policy.budget.ExpenseCategory;
import io.fangwei.policy.budget.ExpensePurpose;
import io.fangwei.policy.budget.Opening;
import io.fangwei.policy.policies.ServiceItemType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pool as its readers see it; what is not posted yet is the insurer's own business. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PoolView(
        UUID id,
        UUID insurerId,
        int year,
        String status,
        BigDecimal accrued,
        BigDecimal committed,
        BigDecimal spent,
        BigDecimal released,
        BigDecimal shortfall,
        BigDecimal left,
        BigDecimal free,
        int lastEntryNo,
        @Nullable Opening opening,
        @Nullable LocalDate closedOn,
        @Nullable List<Commitment> commitments,
        @Nullable List<OpenExpenseView> openExpenses) {

    /** An expense that waits to be posted. */
    record OpenExpenseView(
            UUID id,
            String draftedBy,
            @Nullable String takenOverBy,
            @Nullable ExpenseCategory category,
            BigDecimal amount,
            @Nullable String voucherNo,
            @Nullable UUID payeeId,
            @Nullable ExpensePurpose purpose,
            @Nullable UUID visitId,
            @Nullable UUID planId,
            @Nullable UUID companyId,
            LocalDate spentOn,
            @Nullable ServiceItemType item,
            @Nullable UUID institutionId,
            @Nullable String attachmentHash) {}
}
