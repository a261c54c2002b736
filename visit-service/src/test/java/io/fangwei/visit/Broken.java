package io.fangwei.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fangwei.kernel.problems.Refusal;
import io.fangwei.visit.problems.VisitRule;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Demands that an act breaks a rule. */
public final class Broken {

    private Broken() {}

    public static void assertBroken(VisitRule rule, ThrowingCallable act) {
        var refusal = catchThrowableOfType(Refusal.class, act);

        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.rule()).isEqualTo(rule);
    }
}
