package io.fangwei.policy;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fangwei.kernel.problems.Refusal;
import io.fangwei.policy.rules.PolicyRule;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Demands that an act breaks a rule. */
public final class Refusals {

    private Refusals() {}

    public static void assertBreaks(PolicyRule rule, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .extracting(Refusal::rule)
                .isEqualTo(rule);
    }
}
