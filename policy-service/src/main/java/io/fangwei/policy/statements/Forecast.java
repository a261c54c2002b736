package io.fangwei.policy.statements;

import io.fangwei.policy.policies.ServiceItemType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a pool will stand at the end of its year if all agreed plans are carried out at the costs expected.
 *
 * @param uncovered what agreed plans cost beyond what could be committed
 * @param expected spent, committed and uncovered together
 * @param missing what is expected beyond what is accrued
 */
public record Forecast(
        UUID poolId,
        int year,
        LocalDate asOf,
        BigDecimal accrued,
        BigDecimal spent,
        BigDecimal committed,
        BigDecimal uncovered,
        BigDecimal expected,
        BigDecimal left,
        BigDecimal missing,
        List<Line> items) {

    /**
     * Budget against actual of one item.
     *
     * @param budgeted what agreed plans were to cost
     * @param left of the budget; negative where more was spent
     */
    public record Line(
            @Nullable ServiceItemType item,
            BigDecimal budgeted,
            BigDecimal committed,
            BigDecimal uncovered,
            BigDecimal spent,
            BigDecimal left) {}
}
