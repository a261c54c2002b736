package io.fangwei.complaint.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fangwei.complaint.rules.ComplaintRule;
import io.fangwei.kernel.problems.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a test demands of a step that breaks a rule. */
final class Refused {

    private Refused() {}

    static void by(ComplaintRule rule, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}
