package io.fangwei.policy.entitlements.web;

import io.fangwei.kernel.deadlines.ClockFact;
import io.fangwei.policy.entitlements.Entitlement;
import io.fangwei.policy.entitlements.EntitlementStatus;
import io.fangwei.policy.entitlements.ItemCount;
import io.fangwei.policy.policies.ServiceItemType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entitlement as it stands today. */
record EntitlementView(
        UUID policyId,
        UUID insurerId,
        UUID companyId,
        EntitlementStatus status,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<ItemCount> items,
        List<ServiceItemType> atRisk,
        List<ClockFact> clocks) {

    static EntitlementView of(Entitlement entitlement, LocalDate today) {
        return new EntitlementView(
                entitlement.getPolicyId(),
                entitlement.getInsurerId(),
                entitlement.getCompanyId(),
                entitlement.getStatus(),
                entitlement.getFrom(),
                entitlement.getTo(),
                entitlement.counts(today),
                entitlement.itemsAtRisk(),
                entitlement.clocks());
    }
}
