package io.fangwei.visit.plans;

import java.util.UUID;

/** Whose plan it is, under which policy. */
public record PlanSubject(UUID planId, UUID policyId, UUID insurerId, UUID companyId, String area) {}
