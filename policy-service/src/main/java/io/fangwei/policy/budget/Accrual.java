package io.fangwei.policy.budget;

import io.fangwei.policy.policies.AccrualShare;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.UUID;

/**
 * Premium that came in, of which a share is set aside for prevention.
 *
 * @param share of it, with the least that the rule pack demands of that industry and year, where it names one
 */
public record Accrual(UUID accrualId, UUID policyId, UUID companyId, BigDecimal premium, AccrualShare share) {

    /** At least the share of the premium: a fraction of a cent counts as one (CD-5.1.4a, CD-5.1.4f). */
    public BigDecimal amount() {
        return premium.multiply(share.ratio()).setScale(2, RoundingMode.CEILING);
    }

    /** What the rule pack demands. */
    public BigDecimal required() {
        return premium.multiply(Objects.requireNonNullElse(share.floor(), BigDecimal.ZERO))
                .setScale(2, RoundingMode.CEILING);
    }

    /** Nothing set aside is a finding even where no share is demanded (AMB-19). */
    public boolean isInsufficient() {
        return amount().signum() == 0 || amount().compareTo(required()) < 0;
    }
}
