package io.fangwei.policy.entitlements.web;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.policy.entitlements.Entitlement;
import io.fangwei.policy.entitlements.EntitlementStatus;
import io.fangwei.policy.entitlements.ItemCount;
import io.fangwei.policy.entitlements.Learning;
import io.fangwei.policy.entitlements.RunningClock;
import io.fangwei.policy.policies.ServiceItemType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entitlement as it stands today.
 *
 * @param learning what is known of training that is done online only
 */
record EntitlementView(
        UUID policyId,
        UUID insurerId,
        UUID companyId,
        EntitlementStatus status,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<ItemCount> items,
        List<ServiceItemType> atRisk,
        @Nullable Learning learning,
        List<ClockFact> clocks) {

    static EntitlementView of(Entitlement entitlement, LocalDate today) {
        var training = entitlement.getTraining();
        return new EntitlementView(
                entitlement.getPolicyId(),
                entitlement.getInsurerId(),
                entitlement.getCompanyId(),
                entitlement.getStatus(),
                entitlement.getFrom(),
                entitlement.getTo(),
                entitlement.counts(today),
                entitlement.itemsAtRisk(),
                training == null ? null : training.newest(),
                entitlement.clocks().stream().map(RunningClock::fact).toList());
    }
}
