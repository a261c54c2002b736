package io.fangwei.policy.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

/** Premium that went back, and with it the share that had been set aside. */
public record Refund(UUID refundId, UUID policyId, UUID companyId, BigDecimal premium, BigDecimal ratio) {

    /** Never more than the share, so that what remains is still at least the share of the premium kept. */
    public BigDecimal amount() {
        return premium.multiply(ratio).setScale(2, RoundingMode.FLOOR);
    }
}
