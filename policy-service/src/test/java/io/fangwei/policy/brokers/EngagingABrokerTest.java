package io.fangwei.policy.brokers;

import static io.fangwei.policy.PolicyFixture.BROKER_ID;
import static io.fangwei.policy.PolicyFixture.COMPANY_ID;
import static io.fangwei.policy.PolicyFixture.INSURER_ID;
import static io.fangwei.policy.PolicyFixture.POLICY_ID;
import static io.fangwei.policy.PolicyFixture.TODAY;
import static io.fangwei.policy.Refusals.assertBreaks;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.brokers.BrokerEvent.BrokerEngaged;
import io.fangwei.policy.brokers.BrokerEvent.EngagementEnded;
import io.fangwei.policy.rules.PolicyRule;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EngagingABrokerTest {

    private static final LocalDate LAST = LocalDate.parse("2025-12-31");

    @Test
    @Requirement("CD-3.7")
    void a_broker_acts_for_a_company_from_day_to_day() {
        var engagement = engagement(false);

        assertThat(engagement.begin())
                .containsExactly(new BrokerEngaged(
                        engagement.getEngagementId(),
                        BROKER_ID,
                        INSURER_ID,
                        COMPANY_ID,
                        POLICY_ID,
                        TODAY,
                        LAST,
                        false));
        assertThat(engagement.isInForceOn(TODAY.minusDays(1))).isFalse();
        assertThat(engagement.isInForceOn(TODAY)).isTrue();
        assertThat(engagement.isInForceOn(LAST)).isTrue();
        assertThat(engagement.isInForceOn(LAST.plusDays(1))).isFalse();
    }

    @Test
    @Requirement("AMB-63")
    void a_broker_that_also_supplies_the_people_who_serve_has_a_conflict_of_interest() {
        assertThat(((BrokerEngaged) engagement(true).begin().get(0)).conflictOfInterest())
                .isTrue();
        var engagement = engagement(false);

        assertThat(engagement.declare(false, TODAY)).isEmpty();
        assertThat(engagement.declare(true, TODAY)).hasSize(1);
        assertThat(engagement.isConflictOfInterest()).isTrue();
    }

    @Test
    void an_engagement_ends_by_decision_or_the_day_after_its_last() {
        var ended = engagement(false);
        ended.end("MANDATE_WITHDRAWN", TODAY.plusDays(5));
        assertThat(ended.isInForceOn(TODAY.plusDays(5))).isFalse();
        assertBreaks(PolicyRule.ENGAGEMENT_ENDED, () -> ended.end("MANDATE_WITHDRAWN", TODAY));
        assertBreaks(PolicyRule.ENGAGEMENT_ENDED, () -> ended.declare(true, TODAY));
        assertThat(ended.nextDue()).isEmpty();

        var running = engagement(false);
        assertThat(running.noticeOverdue(LAST)).isEmpty();
        assertThat(running.noticeOverdue(LAST.plusDays(3)))
                .singleElement()
                .isInstanceOfSatisfying(
                        EngagementEnded.class, event -> assertThat(event.on()).isEqualTo(LAST.plusDays(1)));
        assertThat(running.noticeOverdue(LAST.plusDays(4))).isEmpty();
    }

    @Test
    void no_engagement_ends_before_it_begins() {
        assertBreaks(
                PolicyRule.ENGAGEMENT_REVERSED,
                () -> Engagement.of(UUID.randomUUID(), BROKER_ID, INSURER_ID, COMPANY_ID, null, LAST, TODAY, false));
    }

    private static Engagement engagement(boolean suppliesPeople) {
        return Engagement.of(
                UUID.randomUUID(), BROKER_ID, INSURER_ID, COMPANY_ID, POLICY_ID, TODAY, LAST, suppliesPeople);
    }
}
