package io.fangwei.policy.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Premium that came in, of which a share is set aside for prevention.
 *
 * @param floor the least share that the rule pack demands of that industry and year, where it names one
 */
public record Accrual(
        UUID accrualId,
        UUID policyId,
        UUID companyId,
        BigDecimal premium,
        BigDecimal ratio,
        @Nullable BigDecimal floor) {

    /** At least the share of the premium: a fraction of a cent counts as one (CD-5.1.4a, CD-5.1.4f). */
    public BigDecimal amount() {
        return premium.multiply(ratio).setScale(2, RoundingMode.CEILING);
    }

    /** What the rule pack demands. */
    public BigDecimal required() {
        return premium.multiply(floor == null ? BigDecimal.ZERO : floor).setScale(2, RoundingMode.CEILING);
    }

    /** Nothing set aside is a finding even where no share is demanded (AMB-19). */
    public boolean isInsufficient() {
        return amount().signum() == 0 || amount().compareTo(required()) < 0;
    }
}
