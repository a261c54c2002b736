package io.fangwei.policy.policies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Premium of a receipt that went back. */
public record PremiumRefund(UUID refundId, UUID receiptId, BigDecimal amount, LocalDate refundedOn, String voucherNo) {

    public PremiumRefund {
        amount = amount.setScale(2);
    }
}
