package io.fangwei.policy.policies;

import io.fangwei.policy.rules.PolicyRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Those who bear the risk together with the insurer that leads: each once, with less than the whole (AMB-73). */
record CoInsurance(List<CoInsurer> others) {

    static CoInsurance of(List<CoInsurer> others, UUID leadingId, String policyNo) {
        var ids = others.stream().map(CoInsurer::insurerId).toList();
        var shared = others.stream().map(CoInsurer::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        PolicyRule.CO_INSURANCE_INVALID.require(
                !ids.contains(leadingId)
                        && Set.copyOf(ids).size() == ids.size()
                        && shared.compareTo(BigDecimal.ONE) < 0,
                policyNo);
        return new CoInsurance(List.copyOf(others));
    }
}
