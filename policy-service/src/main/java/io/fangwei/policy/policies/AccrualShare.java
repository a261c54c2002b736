package io.fangwei.policy.policies;

import io.fangwei.policy.insurers.AccrualRulebook.InForce;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Which share of a premium is set aside (CD-5.1.4a).
 *
 * @param floor the least that the rule pack demands, where it names one
 * @param rulePack id and version of that rule pack
 */
public record AccrualShare(
        BigDecimal ratio,
        @Nullable BigDecimal floor,
        @Nullable String rulePack) {

    /** The share of a premium where the insurer has set that rate: never more than the cap that is in force. */
    public static AccrualShare within(InForce limits, BigDecimal rate, int year, String industryCode) {
        var rules = limits.rules();
        return new AccrualShare(
                rules.capped(rate), rules.floor(year, industryCode).orElse(null), limits.rulePack());
    }
}
