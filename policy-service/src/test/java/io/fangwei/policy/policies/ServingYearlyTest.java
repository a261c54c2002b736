package io.fangwei.policy.policies;

import static io.fangwei.policy.PolicyFixture.COMPANY_ID;
import static io.fangwei.policy.PolicyFixture.COMPLETE_TERM;
import static io.fangwei.policy.PolicyFixture.INSURER_ID;
import static io.fangwei.policy.PolicyFixture.POLICY_ID;
import static io.fangwei.policy.PolicyFixture.RECEIPT_ID;
import static io.fangwei.policy.PolicyFixture.TODAY;
import static io.fangwei.policy.PolicyFixture.activePolicy;
import static io.fangwei.policy.PolicyFixture.disclosedPolicy;
import static io.fangwei.policy.PolicyFixture.draftedPolicy;
import static io.fangwei.policy.Refusals.assertBreaks;
import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.tracing.Requirement;
import io.fangwei.policy.companies.Scale;
import io.fangwei.policy.policies.PolicyEvent.ContractClausesRecorded;
import io.fangwei.policy.policies.PolicyEvent.PolicyActivated;
import io.fangwei.policy.policies.PolicyEvent.PolicyDrafted;
import io.fangwei.policy.policies.ServiceTerm.Period;
import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServingYearlyTest {

    private static final ServiceTerm TRAINING = new ServiceTerm(ServiceItemType.TRAINING, "集中授课", 4, Period.YEAR);

    @ParameterizedTest
    @Requirement({"CD-6b", "CD-1b", "AMB-17", "AMB-18"})
    @CsvSource(textBlock = """
            # scale,  high-risk, area,   must be served
            LARGE,    true,      510105, true
            MEDIUM,   true,      510100, true
            SMALL,    true,      510105, false
            MICRO,    true,      510105, false
            LARGE,    false,     510105, false
            LARGE,    true,      510703, false
            """)
    void large_and_medium_companies_of_high_risk_industries_in_chengdu_need_a_yearly_assessment_or_screening(
            Scale scale, boolean highRisk, String area, boolean must) {
        var policy = disclosedPolicy(TRAINING);
        var risk = new InsuredRisk(area, "C2614", scale, highRisk);

        assertThat(risk.mustBeServedYearly()).isEqualTo(must);
        if (must) {
            assertBreaks(PolicyRule.YEARLY_SERVICE_MISSING, () -> policy.activate(risk, null));
            var activated = (PolicyActivated) policy.activate(risk, "停产整改").get(0);
            assertThat(activated.missingYearlyService()).isTrue();
            assertThat(policy.getExceptionReason()).isEqualTo("停产整改");
        } else {
            var activated = (PolicyActivated) policy.activate(risk, null).get(0);
            assertThat(activated.missingYearlyService()).isFalse();
        }
    }

    @ParameterizedTest
    @Requirement({"CD-6b", "AMB-14"})
    @CsvSource(textBlock = """
            # item,            frequency, period, to,         yearly
            HAZARD_SCREENING,  1,         YEAR,   2025-12-31, true
            RISK_ASSESSMENT,   1,         YEAR,   2027-12-31, true
            RISK_ASSESSMENT,   1,         TERM,   2025-12-31, true
            RISK_ASSESSMENT,   1,         TERM,   2026-12-31, false
            HAZARD_SCREENING,  2,         TERM,   2026-12-31, true
            EMERGENCY_PLAN_DRILL, 4,      YEAR,   2025-12-31, false
            """)
    void each_year_of_the_policy_needs_one(
            ServiceItemType item, int frequency, Period period, LocalDate to, boolean yearly) {
        var term = new ServiceTerm(item, "全厂", frequency, period);
        var contract = new Contract("PA-1", LocalDate.parse("2025-01-01"), to, BigDecimal.TEN, List.of(term));

        assertThat(contract.hasYearlyService()).isEqualTo(yearly);
    }

    @Test
    @Requirement({"CD-6b", "CD-6a"})
    void what_is_missing_is_proposed_until_it_is_decided() {
        assertThat(draftedPolicy(TRAINING).getProposedTerms()).singleElement().satisfies(proposed -> {
            assertThat(proposed.lacksNothing()).isTrue();
            assertThat(proposed.item()).isEqualTo(ServiceItemType.HAZARD_SCREENING);
            assertThat(proposed.frequency()).isOne();
            assertThat(proposed.period()).isEqualTo(Period.YEAR);
        });
        assertThat(disclosedPolicy(TRAINING).getProposedTerms()).hasSize(1);
        assertThat(draftedPolicy(COMPLETE_TERM).getProposedTerms()).isEmpty();
        assertThat(activePolicy().getProposedTerms()).isEmpty();
    }

    @Test
    void a_draft_that_nobody_was_told_of_is_written_anew() {
        var policy = draftedPolicy(TRAINING);
        var before = policy.getContract();

        policy.redraft(
                new Contract(before.policyNo(), before.from(), before.to(), BigDecimal.ONE, List.of(COMPLETE_TERM)),
                List.of());

        assertThat(policy.getContract().serviceTerms()).containsExactly(COMPLETE_TERM);
        assertBreaks(
                PolicyRule.WRONG_POLICY_STATUS, () -> disclosedPolicy(TRAINING).redraft(before, List.of()));
    }

    @Test
    void a_renewal_is_a_draft_that_begins_the_day_after_with_the_same_services() {
        var policy = activePolicy();
        policy.recordClauses(List.of(new ClauseFound(ContractClause.GOAL, "第 1 条")));
        var renewed = policy.getContract().renewed("PA-2026-0001", null, null);

        var renewal = policy.renewal(RECEIPT_ID, renewed, policy.getRisk());

        assertThat(renewal.getContract().from()).isEqualTo("2026-01-01");
        assertThat(renewal.getContract().to()).isEqualTo("2026-12-31");
        assertThat(renewal.getContract().serviceTerms())
                .isEqualTo(policy.getContract().serviceTerms());
        assertThat(renewal.getClauses()).isEqualTo(policy.getClauses());
        assertThat(renewal.getStatus()).isEqualTo(PolicyStatus.DRAFT);
        assertThat(((PolicyDrafted) renewal.draft().get(0)).renewalOf()).isEqualTo(POLICY_ID);
        assertBreaks(
                PolicyRule.WRONG_POLICY_STATUS,
                () -> disclosedPolicy(COMPLETE_TERM).renewal(RECEIPT_ID, renewed, policy.getRisk()));
    }

    @Test
    @Requirement("GS-7")
    void the_eleven_clauses_are_present_or_missing_one_by_one() {
        var policy = activePolicy();
        assertThat(policy.getMissingClauses())
                .extracting(ContractClause::chinese)
                .containsExactly("目标", "内容和范围", "交付", "期限", "付款", "保密", "违约", "人员组成", "责任与担保", "投诉与外部争议解决", "赔偿");

        var all = Stream.of(ContractClause.values())
                .map(clause -> new ClauseFound(clause, "第 1 条"))
                .toList();
        var told = (ContractClausesRecorded)
                policy.recordClauses(all.subList(0, 10)).get(0);

        assertThat(told.missing()).containsExactly(ContractClause.COMPENSATION);
        policy.recordClauses(all);
        assertThat(policy.getMissingClauses()).isEmpty();
        assertBreaks(PolicyRule.CLAUSE_NAMED_TWICE, () -> policy.recordClauses(List.of(all.get(0), all.get(0))));
    }

    @Test
    @Requirement("CD-5.4.1.1b")
    void whether_the_company_was_told_how_to_complain_is_kept_and_told() {
        var untold = disclosedPolicy(COMPLETE_TERM);
        var told = disclosedPolicy(COMPLETE_TERM);
        told.acknowledgeComplaintProcedure(new Disclosure(TODAY, "2025-1", "ID"));

        assertThat(activated(untold).complaintProcedureTold()).isFalse();
        assertThat(activated(told).complaintProcedureTold()).isTrue();
        assertThat(told.getComplaintProcedure()).isEqualTo(new Disclosure(TODAY, "2025-1", "ID"));
    }

    @Test
    @Requirement("AMB-73")
    void co_insurers_share_the_risk_and_the_insurer_of_the_policy_leads() {
        var other = new CoInsurer(UUID.randomUUID(), new BigDecimal("0.4"));
        var policy = sharedWith(other);
        policy.acknowledgeDisclosure(new Disclosure(TODAY, "2025-1", "ID"));

        var activated = activated(policy);

        assertThat(activated.insurerId()).isEqualTo(INSURER_ID);
        assertThat(activated.coInsurers()).containsExactly(other);
        assertBreaks(
                PolicyRule.CO_INSURANCE_INVALID, () -> sharedWith(new CoInsurer(INSURER_ID, new BigDecimal("0.4"))));
        assertBreaks(PolicyRule.CO_INSURANCE_INVALID, () -> sharedWith(other, other));
        assertBreaks(
                PolicyRule.CO_INSURANCE_INVALID,
                () -> sharedWith(other, new CoInsurer(UUID.randomUUID(), new BigDecimal("0.6"))));
    }

    private static Policy sharedWith(CoInsurer... others) {
        var draft = draftedPolicy(COMPLETE_TERM);
        return Policy.of(POLICY_ID, INSURER_ID, COMPANY_ID, draft.getContract(), draft.getRisk(), List.of(others));
    }

    private static PolicyActivated activated(Policy policy) {
        return (PolicyActivated) policy.activate(policy.getRisk(), null).get(0);
    }
}
