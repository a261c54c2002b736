package io.fangwei.policy.policies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What insurer and company have agreed.
 *
 * @param to the last day insured
 */
public record Contract(
        String policyNo, LocalDate from, LocalDate to, BigDecimal premium, List<ServiceTerm> serviceTerms) {

    public Contract {
        premium = premium.setScale(2);
        serviceTerms = List.copyOf(serviceTerms);
    }

    public List<ServiceTerm> completeTerms() {
        return serviceTerms.stream().filter(ServiceTerm::lacksNothing).toList();
    }
}
