package io.fangwei.complaint.visits;

import java.util.UUID;

/** A visit as we remember it. */
public record ServedVisit(UUID visitId, UUID policyId, UUID insurerId, UUID companyId, String area) {}
