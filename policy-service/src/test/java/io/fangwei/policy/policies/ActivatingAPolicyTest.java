package io.fangwei.policy.policies;

import static io.fangwei.policy.PolicyFixture.COMPANY_ID;
import static io.fangwei.policy.PolicyFixture.COMPLETE_TERM;
import static io.fangwei.policy.PolicyFixture.INSURER_ID;
import static io.fangwei.policy.PolicyFixture.POLICY_ID;
import static io.fangwei.policy.PolicyFixture.TODAY;
import static io.fangwei.policy.PolicyFixture.activePolicy;
import static io.fangwei.policy.PolicyFixture.company;
import static io.fangwei.policy.PolicyFixture.disclosedPolicy;
import static io.fangwei.policy.PolicyFixture.draftedPolicy;
import static io.fangwei.policy.Refusals.assertBreaks;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.companies.Scale;
import io.fangwei.policy.policies.PolicyEvent.ContractedItem;
import io.fangwei.policy.policies.PolicyEvent.DisclosureAcknowledged;
import io.fangwei.policy.policies.PolicyEvent.PolicyActivated;
import io.fangwei.policy.policies.ServiceTerm.Period;
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivatingAPolicyTest {

    private static final InsuredRisk RISK = InsuredRisk.of(company());

    @Test
    @Requirement("CD-5.1.1a")
    void the_applicant_is_told_its_rights_and_duties_first() {
        var policy = draftedPolicy(COMPLETE_TERM);

        assertBreaks(PolicyRule.DISCLOSURE_MISSING, () -> policy.activate(RISK, null));
        assertThat(policy.getStatus()).isEqualTo(PolicyStatus.DRAFT);

        var told = policy.acknowledgeDisclosure(new Disclosure(TODAY, "2025-1", "ID"));

        assertThat(told)
                .containsExactly(
                        new DisclosureAcknowledged(POLICY_ID, INSURER_ID, COMPANY_ID, "510105", "2025-1", TODAY, "ID"));
        assertThat(policy.activate(RISK, null)).hasSize(1);
    }

    @Test
    @Requirement("CD-5.1.1b")
    void a_policy_with_a_complete_term_becomes_active_and_says_what_was_contracted() {
        var policy = disclosedPolicy(COMPLETE_TERM, incomplete());

        var events = policy.activate(RISK, "不需要");

        assertThat(policy.getStatus()).isEqualTo(PolicyStatus.ACTIVE);
        assertThat(policy.getExceptionReason()).isNull();
        assertThat(events)
                .containsExactly(new PolicyActivated(
                        POLICY_ID,
                        "PA-2025-0001",
                        INSURER_ID,
                        COMPANY_ID,
                        "510105",
                        "C2614",
                        Scale.MEDIUM,
                        true,
                        LocalDate.parse("2025-01-01"),
                        LocalDate.parse("2025-12-31"),
                        List.of(new ContractedItem(ServiceItemType.HAZARD_SCREENING, 2, Period.YEAR)),
                        false,
                        false,
                        false,
                        List.of()));
    }

    @ParameterizedTest
    @MethodSource("termsThatLackSomething")
    @Requirement("CD-5.1.1b")
    void without_a_complete_term_it_needs_a_recorded_exception_and_counts_as_lacking_terms(List<ServiceTerm> terms) {
        var policy = disclosedPolicy(terms.toArray(ServiceTerm[]::new));

        assertBreaks(PolicyRule.SERVICE_TERMS_MISSING, () -> policy.activate(RISK, null));

        var events = policy.activate(RISK, "旧保单，续保时补充");
        assertThat(policy.getExceptionReason()).isEqualTo("旧保单，续保时补充");
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(((PolicyActivated) event).missingServiceTerms()).isTrue();
            assertThat(((PolicyActivated) event).items()).isEmpty();
        });
    }

    static Stream<List<ServiceTerm>> termsThatLackSomething() {
        return Stream.of(
                List.of(),
                List.of(incomplete()),
                List.of(new ServiceTerm(ServiceItemType.TRAINING, " ", 1, Period.YEAR)),
                List.of(new ServiceTerm(ServiceItemType.TRAINING, "培训", null, Period.YEAR)),
                List.of(new ServiceTerm(ServiceItemType.TRAINING, "培训", 1, null)));
    }

    @Test
    @Requirement({"CD-3.1", "CD-3.4"})
    void insurance_that_pays_and_does_not_prevent_is_not_of_this_kind() {
        assertBreaks(PolicyRule.SERVICE_TERMS_MISSING, () -> disclosedPolicy().activate(RISK, null));

        assertThat(disclosedPolicy(COMPLETE_TERM).activate(RISK, null))
                .singleElement()
                .satisfies(
                        event -> assertThat(((PolicyActivated) event).items()).isNotEmpty());
    }

    @Test
    @Requirement({"CD-6a", "AMB-32"})
    void the_items_are_those_of_chapter_six_and_standardisation() {
        assertThat(ServiceItemType.values())
                .extracting(Enum::name)
                .containsExactly(
                        "TRAINING",
                        "RISK_ASSESSMENT",
                        "HAZARD_SCREENING",
                        "STANDARDIZATION",
                        "EMERGENCY_PLAN_DRILL",
                        "TECH_PROMOTION",
                        "OTHER");
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"CD-6a", "AMB-32"})
    void any_item_of_the_standard_is_a_service_that_a_policy_can_name(ServiceItemType item) {
        var policy = disclosedPolicy(new ServiceTerm(item, "按约定开展", 1, Period.TERM));
        var risk = new InsuredRisk("510105", "F52", Scale.SMALL, false);

        assertThat(policy.activate(risk, null))
                .singleElement()
                .satisfies(event -> assertThat(((PolicyActivated) event).items())
                        .containsExactly(new ContractedItem(item, 1, Period.TERM)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void a_blank_reason_is_none(@Nullable String reason) {
        assertBreaks(PolicyRule.SERVICE_TERMS_MISSING, () -> disclosedPolicy().activate(RISK, reason));
    }

    @Test
    void it_is_disclosed_once_and_activated_once() {
        var policy = activePolicy();

        assertBreaks(PolicyRule.WRONG_POLICY_STATUS, () -> policy.activate(RISK, null));
        assertBreaks(
                PolicyRule.WRONG_POLICY_STATUS,
                () -> policy.acknowledgeDisclosure(new Disclosure(TODAY, "2025-2", "IS")));
    }

    @Test
    void a_policy_takes_over_what_the_company_is_when_it_becomes_active() {
        var policy = disclosedPolicy(COMPLETE_TERM);

        policy.activate(new InsuredRisk("510104", "F52", Scale.SMALL, false), null);

        assertThat(policy.getRisk()).isEqualTo(new InsuredRisk("510104", "F52", Scale.SMALL, false));
    }

    @Test
    void a_policy_cannot_end_before_it_begins() {
        var contract = new Contract("PA-1", TODAY, TODAY.minusDays(1), BigDecimal.TEN, List.of());

        assertBreaks(PolicyRule.PERIOD_REVERSED, () -> Policy.of(POLICY_ID, INSURER_ID, COMPANY_ID, contract, RISK));
    }

    private static ServiceTerm incomplete() {
        return new ServiceTerm(ServiceItemType.TRAINING, null, null, null);
    }
}
