package io.fangwei.complaint.policies;

import java.util.UUID;

/** A policy as we remember it; it stays when it ends, for one may complain later. */
public record InsuredPolicy(UUID policyId, UUID insurerId, UUID companyId, String area) {}
