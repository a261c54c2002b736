package io.fangwei.policy.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

/** Premium that came in, of which a share is set aside for prevention. */
public record Accrual(UUID accrualId, UUID policyId, UUID companyId, BigDecimal premium, BigDecimal ratio) {

    /** At least the share of the premium: a fraction of a cent counts as one (CD-5.1.4a, CD-5.1.4f). */
    public BigDecimal amount() {
        return premium.multiply(ratio).setScale(2, RoundingMode.CEILING);
    }
}
