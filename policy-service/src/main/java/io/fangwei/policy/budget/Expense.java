package io.fangwei.policy.budget;

import io.fangwei.policy.policies.ServiceItemType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money spent, with what it was spent on; a draft may still lack some of it.
 *
 * @param payeeId who was paid; the name is kept with the payee
 * @param institutionId who was paid, where it is an institution known here
 * @param attachmentHash SHA-256 of the scanned voucher
 */
public record Expense(
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
        @Nullable String attachmentHash) {

    public Expense {
        amount = amount.setScale(2);
    }

    /** What a regular ledger entry has and this lacks: category, voucher, or the visit or plan it serves (CD-5.1.4b). */
    public List<String> lacking() {
        var lacking = new ArrayList<String>();
        if (category == null) {
            lacking.add("category");
        }
        if (voucherNo == null || voucherNo.isBlank()) {
            lacking.add("voucherNo");
        }
        if (purpose == null) {
            lacking.add("purpose");
        }
        if (purpose == ExpensePurpose.VISIT && visitId == null) {
            lacking.add("visitId");
        }
        if (purpose == ExpensePurpose.PLAN && planId == null) {
            lacking.add("planId");
        }
        return List.copyOf(lacking);
    }
}
