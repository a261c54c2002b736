package io.fangwei.policy.insurers;

import static io.fangwei.policy.PolicyFixture.CAP;
import static io.fangwei.policy.PolicyFixture.INSURER_ID;
import static io.fangwei.policy.PolicyFixture.insurer;
import static io.fangwei.policy.Refusals.assertBreaks;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.insurers.InsurerEvent.AccrualRateSet;
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingAnAccrualRateTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0001", "0.20", "0.21", "0.2100"})
    void a_rate_up_to_the_cap_is_set(String rate) {
        var insurer = insurer();

        var events = insurer.setAccrualRate(rate(2025, rate), CAP);

        assertThat(events).containsExactly(new AccrualRateSet(INSURER_ID, 2025, null, new BigDecimal(rate)));
        assertThat(insurer.accrualRateOf(2025, "C2614")).isEqualTo(rate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.2101", "0.3", "1"})
    void a_rate_above_the_cap_is_refused(String rate) {
        var insurer = insurer();

        assertBreaks(PolicyRule.ACCRUAL_RATE_OVER_CAP, () -> insurer.setAccrualRate(rate(2025, rate), CAP));
        assertThat(insurer.getAccrualRates()).isEmpty();
    }

    @Test
    void each_year_has_one_rate_and_the_last_one_set_counts() {
        var insurer = insurer();

        insurer.setAccrualRate(rate(2026, "0.15"), CAP);
        insurer.setAccrualRate(rate(2025, "0.20"), CAP);
        insurer.setAccrualRate(rate(2026, "0.18"), CAP);

        assertThat(insurer.getAccrualRates()).containsExactly(rate(2025, "0.20"), rate(2026, "0.18"));
    }

    @Test
    @Requirement("AMB-19")
    void an_industry_may_have_a_rate_of_its_own_and_the_most_precise_one_counts() {
        var insurer = insurer();
        insurer.setAccrualRate(rate(2025, "0.10"), CAP);
        insurer.setAccrualRate(new AccrualRate(2025, "26", new BigDecimal("0.15")), CAP);
        insurer.setAccrualRate(new AccrualRate(2025, "261", new BigDecimal("0.20")), CAP);
        insurer.setAccrualRate(new AccrualRate(2025, "26", new BigDecimal("0.16")), CAP);

        assertThat(insurer.accrualRateOf(2025, "C2614")).isEqualTo("0.20");
        assertThat(insurer.accrualRateOf(2025, "2620")).isEqualTo("0.16");
        assertThat(insurer.accrualRateOf(2025, "C3110")).isEqualTo("0.10");
        assertThat(insurer.getAccrualRates()).hasSize(3);
    }

    @Test
    @Requirement("AMB-19")
    void there_is_no_rate_by_default() {
        assertBreaks(PolicyRule.ACCRUAL_RATE_MISSING, () -> insurer().accrualRateOf(2025, "C2614"));
    }

    private static AccrualRate rate(int year, String rate) {
        return AccrualRate.of(year, new BigDecimal(rate));
    }
}
