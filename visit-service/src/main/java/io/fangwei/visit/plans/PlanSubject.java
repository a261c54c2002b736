package io.fangwei.visit.plans;

import java.util.UUID;

/** Whose plan it is, under which policy. */
public record PlanSubject(UUID planId, UUID policyId, UUID insurerId, UUID companyId, String area) {

    PlanSubject at(UUID otherCompanyId) {
        return new PlanSubject(planId, policyId, insurerId, otherCompanyId, area);
    }
}
