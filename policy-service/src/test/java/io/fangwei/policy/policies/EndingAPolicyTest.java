package io.fangwei.policy.policies;

import static io.fangwei.policy.PolicyFixture.COMPANY_ID;
import static io.fangwei.policy.PolicyFixture.COMPLETE_TERM;
import static io.fangwei.policy.PolicyFixture.INSURER_ID;
import static io.fangwei.policy.PolicyFixture.POLICY_ID;
import static io.fangwei.policy.PolicyFixture.TODAY;
import static io.fangwei.policy.PolicyFixture.activePolicy;
import static io.fangwei.policy.PolicyFixture.disclosedPolicy;
import static io.fangwei.policy.PolicyFixture.draftedPolicy;
import static io.fangwei.policy.Refusals.assertBreaks;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.policy.policies.PolicyEvent.PolicyCancelled;
import io.fangwei.policy.policies.PolicyEvent.PolicyExpired;
import io.fangwei.policy.rules.PolicyRule;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EndingAPolicyTest {

    private static final LocalDate LAST_DAY = LocalDate.parse("2025-12-31");

    @ParameterizedTest
    @MethodSource("policiesThatHaveNotEnded")
    void a_policy_that_has_not_ended_can_be_cancelled_once(Policy policy) {
        var events = policy.cancel("INSURED_CLOSED", TODAY);

        assertThat(policy.getStatus()).isEqualTo(PolicyStatus.CANCELLED);
        assertThat(policy.nextDue()).isEmpty();
        assertThat(events)
                .containsExactly(
                        new PolicyCancelled(POLICY_ID, INSURER_ID, COMPANY_ID, "510105", TODAY, "INSURED_CLOSED"));
        assertThat(events.get(0).reasonCode()).contains("INSURED_CLOSED");
        assertBreaks(PolicyRule.WRONG_POLICY_STATUS, () -> policy.cancel("INSURED_CLOSED", TODAY));
    }

    static Stream<Policy> policiesThatHaveNotEnded() {
        return Stream.of(draftedPolicy(), disclosedPolicy(COMPLETE_TERM), activePolicy());
    }

    @Test
    void an_active_policy_expires_the_day_after_its_last_whenever_that_is_noticed() {
        var policy = activePolicy();

        assertThat(policy.nextDue()).contains(LAST_DAY);
        assertThat(policy.noticeOverdue(LAST_DAY)).isEmpty();
        assertThat(policy.getStatus()).isEqualTo(PolicyStatus.ACTIVE);

        assertThat(policy.noticeOverdue(LAST_DAY.plusDays(9)))
                .containsExactly(new PolicyExpired(POLICY_ID, INSURER_ID, COMPANY_ID, "510105", LAST_DAY.plusDays(1)));
        assertThat(policy.getStatus()).isEqualTo(PolicyStatus.EXPIRED);
        assertThat(policy.nextDue()).isEmpty();
    }

    @Test
    void an_expired_policy_stays_as_it_is() {
        var policy = activePolicy();
        policy.noticeOverdue(LAST_DAY.plusDays(1));

        assertThat(policy.noticeOverdue(LAST_DAY.plusDays(2))).isEmpty();
        assertBreaks(PolicyRule.WRONG_POLICY_STATUS, () -> policy.cancel("INSURED_CLOSED", TODAY));
    }

    @Test
    void a_draft_does_not_expire() {
        var policy = draftedPolicy(COMPLETE_TERM);

        assertThat(policy.nextDue()).isEmpty();
        assertThat(policy.noticeOverdue(LAST_DAY.plusDays(1))).isEmpty();
    }
}
