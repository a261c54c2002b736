package io.fangwei.policy.budget;

import static io.fangwei.policy.PolicyFixture.ACCRUAL_ID;
import static io.fangwei.policy.PolicyFixture.COMPANY_ID;
import static io.fangwei.policy.PolicyFixture.INSURER_ID;
import static io.fangwei.policy.PolicyFixture.POLICY_ID;
import static io.fangwei.policy.PolicyFixture.POOL_ID;
import static io.fangwei.policy.PolicyFixture.accrual;
import static io.fangwei.policy.PolicyFixture.filledPool;
import static io.fangwei.policy.PolicyFixture.pool;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.budget.BudgetEvent.BudgetAccrued;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccruingTest {

    @Test
    @Requirement("CD-5.1.4a")
    void a_share_of_the_premium_received_is_set_aside() {
        var pool = filledPool();

        var events = pool.accrue(accrual("50000.00", "0.20"));

        assertThat(pool.getAccrued()).isEqualTo("30000.00");
        assertThat(events)
                .containsExactly(new BudgetAccrued(
                        POOL_ID,
                        INSURER_ID,
                        2025,
                        2,
                        ACCRUAL_ID,
                        POLICY_ID,
                        COMPANY_ID,
                        new BigDecimal("50000.00"),
                        new BigDecimal("0.20"),
                        new BigDecimal("10000.00"),
                        new BigDecimal("0.00"),
                        "chengdu-draft 1.0.0",
                        new BigDecimal("0.00"),
                        new BigDecimal("30000.00"),
                        new BigDecimal("0.00"),
                        new BigDecimal("0.00")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # premium, ratio, set aside
            100.00,    0.20,   20.00
            0.01,      0.20,    0.01
            33.33,     0.1,     3.34
            1234.56,   0.0375, 46.30
            """)
    void never_less_than_the_share_is_set_aside(String premium, String ratio, String setAside) {
        var pool = pool();

        pool.accrue(accrual(premium, ratio));

        assertThat(pool.getAccrued()).isEqualTo(setAside);
        assertThat(pool.getLeft()).isEqualTo(setAside);
    }
}
