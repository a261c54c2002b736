package io.fangwei.policy.companies;

import static io.fangwei.policy.PolicyFixture.COMPANY_ID;
import static io.fangwei.policy.PolicyFixture.INSURER_ID;
import static io.fangwei.policy.PolicyFixture.company;
import static io.fangwei.policy.Refusals.assertBreaks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.HighRiskIndustries;
import io.fangwei.policy.companies.CompanyEvent.CompanyChanged;
import io.fangwei.policy.companies.CompanyEvent.CompanyRegistered;
import io.fangwei.policy.rules.PolicyRule;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisteringACompanyTest {

    private static final UUID ANOTHER_INSURER = UUID.randomUUID();

    @Test
    void another_insurer_joins_and_the_identity_stays_as_the_first_gave_it() {
        var company = company();

        var events = company.registerFor(ANOTHER_INSURER);

        assertThat(company.getInsurerIds()).containsExactly(INSURER_ID, ANOTHER_INSURER);
        assertThat(events)
                .containsExactly(new CompanyRegistered(
                        COMPANY_ID,
                        ANOTHER_INSURER,
                        "成都青羊化工有限公司",
                        "91510100000000000E",
                        "C2614",
                        Scale.MEDIUM,
                        true,
                        "510105"));
    }

    @Test
    void an_insurer_joins_once() {
        var company = company();

        assertThat(company.registerFor(INSURER_ID)).isEmpty();
        assertThat(company.getInsurerIds()).containsExactly(INSURER_ID);
    }

    @Test
    void what_is_said_of_it_may_change_but_not_its_code_or_area() {
        var company = company();

        var events = company.change(new CompanyProfile("新名", "F52", Scale.SMALL, false, "新址"));

        assertThat(events)
                .containsExactly(new CompanyChanged(
                        COMPANY_ID, "新名", "91510100000000000E", "F52", Scale.SMALL, false, "510105"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91510100MA6CGEQJ51", "91510100000000000E"})
    void a_code_with_the_right_check_character_is_taken(String code) {
        assertThat(new Uscc(code).value()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y44", "91530100M000100Y43", "91510100000000000A"})
    void a_mistyped_code_is_refused(String code) {
        assertBreaks(PolicyRule.USCC_CHECK_FAILED, () -> new Uscc(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "91350100M000100Y4", "91350100I000100Y43", "91350100m000100Y43"})
    void what_is_no_code_at_all_does_not_come_this_far(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Uscc(code));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # industry, high-risk
            C2614, true
            2614,  true
            E47,   true
            C2710, false
            F5226, false
            """)
    @Requirement("AMB-18")
    void an_industry_is_high_risk_if_its_code_begins_like_one_on_the_list(String industry, boolean highRisk) {
        var listed = new HighRiskIndustries(List.of("261", "47"));

        assertThat(listed.include(industry)).isEqualTo(highRisk);
    }
}
