package io.fangwei.policy.budget;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a pool held on the day when its insurer began to keep it here.
 *
 * @param proof where it can be looked up, and the hash of that
 */
public record Opening(LocalDate asOf, BigDecimal accrued, BigDecimal spent, Proof proof) {

    public Opening {
        accrued = accrued.setScale(2);
        spent = spent.setScale(2);
    }

    /** A document outside the system. */
    public record Proof(String reference, String sha256) {}
}
