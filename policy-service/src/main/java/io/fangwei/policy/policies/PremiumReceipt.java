package io.fangwei.policy.policies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Premium that came in. */
public record PremiumReceipt(UUID receiptId, BigDecimal amount, LocalDate receivedOn, String voucherNo) {

    public PremiumReceipt {
        amount = amount.setScale(2);
    }
}
