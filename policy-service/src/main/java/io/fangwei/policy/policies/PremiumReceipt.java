package io.fangwei.policy.policies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Premium that came in.
 *
 * @param share of it to be set aside, as it stood when it came in
 */
public record PremiumReceipt(
        UUID receiptId, BigDecimal amount, LocalDate receivedOn, String voucherNo, AccrualShare share) {

    public PremiumReceipt {
        amount = amount.setScale(2);
    }
}
