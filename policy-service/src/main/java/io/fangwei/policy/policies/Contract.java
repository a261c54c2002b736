package io.fangwei.policy.policies;

import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What insurer and company have agreed.
 *
 * @param to the last day insured
 * @param productCode under which the insurer filed this insurance, which pays and prevents (CD-3.1)
 */
public record Contract(
        String policyNo,
        LocalDate from,
        LocalDate to,
        BigDecimal premium,
        List<ServiceTerm> serviceTerms,
        @Nullable String productCode) {

    public Contract {
        premium = premium.setScale(2);
        serviceTerms = List.copyOf(serviceTerms);
    }

    public Contract(String policyNo, LocalDate from, LocalDate to, BigDecimal premium, List<ServiceTerm> serviceTerms) {
        this(policyNo, from, to, premium, serviceTerms, null);
    }

    void requirePeriod() {
        PolicyRule.PERIOD_REVERSED.require(!to.isBefore(from), from, to);
    }

    public List<ServiceTerm> completeTerms() {
        return serviceTerms.stream().filter(ServiceTerm::lacksNothing).toList();
    }

    /** True if it names a risk assessment or hazard screening at least once in each year of the policy (CD-6b, AMB-14). */
    public boolean hasYearlyService() {
        return completeTerms().stream()
                .filter(term -> term.item() == ServiceItemType.RISK_ASSESSMENT
                        || term.item() == ServiceItemType.HAZARD_SCREENING)
                .anyMatch(term -> term.period() == ServiceTerm.Period.YEAR
                        || Objects.requireNonNull(term.frequency()) >= years());
    }

    /** The years of the policy, the last perhaps not whole. */
    public int years() {
        return Period.between(from, to).getYears() + 1;
    }

    /** The same services under another number, from the day after this contract for as long again. */
    public Contract renewed(String newPolicyNo, @Nullable LocalDate newTo, @Nullable BigDecimal newPremium) {
        var begin = to.plusDays(1);
        var end = newTo == null ? begin.plus(Period.between(from, begin)).minusDays(1) : newTo;
        return new Contract(
                newPolicyNo, begin, end, newPremium == null ? premium : newPremium, serviceTerms, productCode);
    }
}
