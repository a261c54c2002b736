package io.fangwei.policy.policies;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Which share of a premium is set aside (CD-5.1.4a).
 *
 * @param floor the least that the rule pack demands, where it names one
 */
public record AccrualShare(BigDecimal ratio, @Nullable BigDecimal floor) {}
