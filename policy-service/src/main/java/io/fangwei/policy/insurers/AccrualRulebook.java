package io.fangwei.policy.insurers;

import java.time.LocalDate;

/** Which limits of accrual were in force when. */
public interface AccrualRulebook {

    InForce on(LocalDate day);

    /** @param rulePack id and version of the rule pack that names them */
    record InForce(String rulePack, AccrualRules rules) {}
}
