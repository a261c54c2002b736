package io.fangwei.policy.policies;

import static io.fangwei.policy.PolicyFixture.COMPANY_ID;
import static io.fangwei.policy.PolicyFixture.COMPLETE_TERM;
import static io.fangwei.policy.PolicyFixture.INSURER_ID;
import static io.fangwei.policy.PolicyFixture.POLICY_ID;
import static io.fangwei.policy.PolicyFixture.RECEIPT_ID;
import static io.fangwei.policy.PolicyFixture.TODAY;
import static io.fangwei.policy.PolicyFixture.activePolicy;
import static io.fangwei.policy.PolicyFixture.disclosedPolicy;
import static io.fangwei.policy.PolicyFixture.receipt;
import static io.fangwei.policy.Refusals.assertBreaks;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.policy.policies.PolicyEvent.PremiumReceived;
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceivingPremiumTest {

    @Test
    void premium_that_came_in_is_told_with_the_share_to_set_aside() {
        var policy = activePolicy();

        var events = policy.receive(receipt(RECEIPT_ID, "40000"), TODAY);

        assertThat(policy.getReceived()).isEqualTo("40000.00");
        assertThat(events)
                .containsExactly(new PremiumReceived(
                        RECEIPT_ID,
                        POLICY_ID,
                        INSURER_ID,
                        COMPANY_ID,
                        "510105",
                        new BigDecimal("40000.00"),
                        TODAY,
                        new BigDecimal("0.20"),
                        null,
                        "chengdu-draft 1.0.0"));
    }

    @Test
    void a_receipt_is_added_once_whatever_repeats_it() {
        var policy = activePolicy();
        policy.receive(receipt(RECEIPT_ID, "100000.00"), TODAY);
        policy.cancel("INSURED_CLOSED", TODAY);

        assertThat(policy.receive(receipt(RECEIPT_ID, "100000.00"), TODAY)).isEmpty();
        assertThat(policy.getReceived()).isEqualTo("100000.00");
    }

    @Test
    void no_more_comes_in_than_the_premium() {
        var policy = activePolicy();
        policy.receive(receipt(RECEIPT_ID, "99999.99"), TODAY);

        assertBreaks(PolicyRule.PREMIUM_EXCEEDED, () -> policy.receive(receipt(UUID.randomUUID(), "0.02"), TODAY));
        policy.receive(receipt(UUID.randomUUID(), "0.01"), TODAY);
        assertThat(policy.getReceived()).isEqualTo("100000.00");
    }

    @Test
    void no_premium_comes_in_tomorrow() {
        assertBreaks(
                PolicyRule.RECEIVED_IN_FUTURE,
                () -> activePolicy().receive(receipt(RECEIPT_ID, "1.00"), TODAY.minusDays(1)));
    }

    @Test
    void a_policy_keeps_as_many_receipts_as_it_can_hold_and_refunds_still_go_back() {
        var policy = activePolicy();
        for (int number = 0; number < Premiums.MOST; number++) {
            policy.receive(receipt(new UUID(0, number), "1.00"), TODAY);
        }

        assertBreaks(PolicyRule.TOO_MANY_RECEIPTS, () -> policy.receive(receipt(RECEIPT_ID, "1.00"), TODAY));
        assertThat(policy.receive(receipt(new UUID(0, 1), "1.00"), TODAY)).isEmpty();
        for (int number = 0; number < Premiums.MOST; number++) {
            policy.refund(refund(number), TODAY);
        }
        assertThat(policy.getReceived()).isEqualTo("495.00");
        assertBreaks(PolicyRule.TOO_MANY_RECEIPTS, () -> policy.refund(refund(Premiums.MOST), TODAY));
    }

    private static PremiumRefund refund(int number) {
        return new PremiumRefund(
                new UUID(1, number), new UUID(0, number % Premiums.MOST), new BigDecimal("0.01"), TODAY, "R-2");
    }

    @Test
    void only_an_active_policy_takes_premium() {
        assertBreaks(
                PolicyRule.POLICY_NOT_ACTIVE,
                () -> disclosedPolicy(COMPLETE_TERM).receive(receipt(RECEIPT_ID, "1.00"), TODAY));
    }
}
