package io.fangwei.policy.policies;

import io.fangwei.policy.rules.PolicyRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a contract must name of services, given whom it insures (CD-5.1.1b, CD-6b). */
record ServiceDuty(Contract contract, InsuredRisk risk) {

    /** No service is named with item, content and frequency. */
    boolean lacksTerms() {
        return contract.completeTerms().isEmpty();
    }

    /** The yearly assessment or screening of high-risk industries is not named. */
    boolean lacksYearlyService() {
        return risk.mustBeServedYearly() && !contract.hasYearlyService();
    }

    boolean isNeglected() {
        return lacksTerms() || lacksYearlyService();
    }

    /** @param exception the reason why it may be neglected */
    void require(@Nullable String exception) {
        var excepted = exception != null && !exception.isBlank();
        PolicyRule.SERVICE_TERMS_MISSING.require(excepted || !lacksTerms(), contract.policyNo());
        PolicyRule.YEARLY_SERVICE_MISSING.require(excepted || !lacksYearlyService(), contract.policyNo());
    }

    /** What a large or medium company of a high-risk industry should be offered and this contract does not name. */
    List<ServiceTerm> proposedTerms() {
        return lacksYearlyService()
                ? List.of(new ServiceTerm(
                        ServiceItemType.HAZARD_SCREENING, "每年至少一次隐患排查（CD 6）", 1, ServiceTerm.Period.YEAR))
                : List.of();
    }
}
