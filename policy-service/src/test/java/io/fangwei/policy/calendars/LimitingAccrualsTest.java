package io.fangwei.policy.calendars;

import static io.fangwei.policy.PolicyFixture.TODAY;
import static io.fangwei.policy.Refusals.assertBreaks;
import static io.fangwei.policy.calendars.CalendarFixture.limits;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.insurers.AccrualRulebook.InForce;
import io.fangwei.policy.policies.AccrualShare;
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LimitingAccrualsTest {

    private static final BigDecimal NATIONAL = new BigDecimal("0.21");

    @Test
    @Requirement("AMB-19")
    void limits_are_in_force_from_the_day_of_their_publication_until_others_are_published() {
        var pack = CalendarFixture.proposedPack();

        pack.publish(TODAY);
        pack.propose(new PackVersion("1.2.0", List.of(), null), Set.of());
        pack.publish(TODAY.plusDays(5));
        pack.propose(new PackVersion("1.3.0", List.of(), limits("0.20", "0.10")), Set.of());
        pack.publish(TODAY.plusDays(10));

        assertThat(pack.accrualOn(TODAY.minusDays(1))).isEmpty();
        assertThat(pack.accrualOn(TODAY).orElseThrow().version()).isEqualTo("1.1.0");
        assertThat(pack.accrualOn(TODAY.plusDays(9)).orElseThrow().version()).isEqualTo("1.1.0");
        assertThat(pack.accrualOn(TODAY.plusDays(10)).orElseThrow().version()).isEqualTo("1.3.0");
    }

    @Test
    @Requirement({"CD-5.1.4a", "AMB-19"})
    void the_share_of_a_premium_is_the_insurers_rate_within_the_cap_beside_the_floor_of_its_industry_and_year() {
        var inForce = new InForce("chengdu-draft 1.3.0", limits("0.19", "0.15"));

        var capped = AccrualShare.within(inForce, new BigDecimal("0.20"), 2025, "C2614");
        var below = AccrualShare.within(inForce, new BigDecimal("0.10"), 2025, "C2614");

        assertThat(capped.ratio()).isEqualTo("0.19");
        assertThat(capped.rulePack()).isEqualTo("chengdu-draft 1.3.0");
        assertThat(below.ratio()).isEqualTo("0.10");
        assertThat(below.floor()).isEqualTo("0.15");
        assertThat(AccrualShare.within(inForce, NATIONAL, 2024, "C2614").floor())
                .isNull();
        assertThat(AccrualShare.within(inForce, NATIONAL, 2025, "C3110").floor())
                .isNull();
    }

    @Test
    void no_pack_allows_more_than_the_national_cap_or_demands_more_than_it_allows() {
        limits("0.21", "0.21").requireWithin(NATIONAL);

        assertBreaks(
                PolicyRule.ACCRUAL_CAP_OVER_NATIONAL,
                () -> limits("0.2101", "0.1").requireWithin(NATIONAL));
        assertBreaks(
                PolicyRule.ACCRUAL_FLOOR_OVER_CAP, () -> limits("0.18", "0.19").requireWithin(NATIONAL));
    }
}
