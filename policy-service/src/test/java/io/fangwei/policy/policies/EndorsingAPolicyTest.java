package io.fangwei.policy.policies;

import static io.fangwei.policy.PolicyFixture.COMPLETE_TERM;
import static io.fangwei.policy.PolicyFixture.RECEIPT_ID;
import static io.fangwei.policy.PolicyFixture.TODAY;
import static io.fangwei.policy.PolicyFixture.activePolicy;
import static io.fangwei.policy.PolicyFixture.disclosedPolicy;
import static io.fangwei.policy.PolicyFixture.endorsed;
import static io.fangwei.policy.PolicyFixture.receipt;
import static io.fangwei.policy.Refusals.assertBreaks;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.policies.PolicyEvent.PolicyEndorsed;
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndorsingAPolicyTest {

    private static final LocalDate JUNE = LocalDate.parse("2025-06-01");

    @Test
    @Requirement("CD-3.4")
    void an_endorsement_is_a_new_version_and_the_past_stays_readable_as_of_any_day() {
        var policy = activePolicy();

        var events = endorsed(policy, JUNE);

        assertThat(events).singleElement().isInstanceOfSatisfying(PolicyEndorsed.class, endorsement -> {
            assertThat(endorsement.version()).isEqualTo(2);
            assertThat(endorsement.effectiveOn()).isEqualTo(JUNE);
            assertThat(endorsement.items()).hasSize(2);
        });
        assertThat(policy.versionOn(JUNE.minusDays(1)).contract().to()).isEqualTo("2025-12-31");
        assertThat(policy.versionOn(JUNE.minusDays(1)).contract().serviceTerms())
                .containsExactly(COMPLETE_TERM);
        assertThat(policy.versionOn(JUNE).contract().to()).isEqualTo("2026-02-28");
        assertThat(policy.versionOn(LocalDate.parse("2024-01-01")).version()).isOne();
        assertThat(policy.nextDue()).contains(LocalDate.parse("2026-02-28"));
        assertThat(policy.getVersions()).extracting(Endorsement::version).containsExactly(1, 2);
    }

    @Test
    void no_endorsement_reaches_back_behind_the_one_before_or_beyond_the_policy() {
        var policy = activePolicy();
        endorsed(policy, JUNE);

        assertBreaks(PolicyRule.ENDORSEMENT_OUT_OF_TIME, () -> endorsed(policy, JUNE.minusDays(1)));
        assertBreaks(PolicyRule.ENDORSEMENT_OUT_OF_TIME, () -> endorsed(policy, LocalDate.parse("2030-01-01")));
        assertBreaks(PolicyRule.ENDORSEMENT_OUT_OF_TIME, () -> ending(policy, TODAY.minusDays(1)));
        assertBreaks(PolicyRule.WRONG_POLICY_STATUS, () -> endorsed(disclosedPolicy(COMPLETE_TERM), JUNE));
        assertThat(policy.getVersions()).hasSize(2);
    }

    @Test
    void the_premium_does_not_fall_below_what_came_in() {
        var policy = activePolicy();
        policy.receive(receipt(RECEIPT_ID, "60000"), TODAY);

        assertBreaks(
                PolicyRule.PREMIUM_BELOW_RECEIVED, () -> changed(policy, "59999.99", List.of(COMPLETE_TERM), null));
        changed(policy, "60000.00", List.of(COMPLETE_TERM), null);
        assertThat(policy.getContract().premium()).isEqualTo("60000.00");
    }

    @Test
    @Requirement({"CD-5.1.1b", "CD-6b"})
    void an_endorsement_does_not_drop_the_service_without_a_recorded_exception() {
        var policy = activePolicy();
        var training = new ServiceTerm(ServiceItemType.TRAINING, "集中授课", 1, ServiceTerm.Period.YEAR);

        assertBreaks(PolicyRule.SERVICE_TERMS_MISSING, () -> changed(policy, "100000.00", List.of(), null));
        assertBreaks(PolicyRule.YEARLY_SERVICE_MISSING, () -> changed(policy, "100000.00", List.of(training), " "));
        var event = (PolicyEndorsed)
                changed(policy, "100000.00", List.of(training), "企业停产").get(0);

        assertThat(event.missingYearlyService()).isTrue();
        assertThat(event.missingServiceTerms()).isFalse();
        assertThat(policy.getExceptionReason()).isEqualTo("企业停产");
    }

    private static List<PolicyEvent> changed(
            Policy policy, String premium, List<ServiceTerm> terms, @Nullable String exception) {
        var before = policy.getContract();
        var after = new Contract(before.policyNo(), before.from(), before.to(), new BigDecimal(premium), terms);
        return policy.endorse(after, policy.getRisk(), JUNE, "CHANGED", exception, TODAY);
    }

    private static List<PolicyEvent> ending(Policy policy, LocalDate to) {
        var before = policy.getContract();
        var after = new Contract(before.policyNo(), before.from(), to, before.premium(), before.serviceTerms());
        return policy.endorse(after, policy.getRisk(), to, "SHORTENED", null, TODAY);
    }
}
