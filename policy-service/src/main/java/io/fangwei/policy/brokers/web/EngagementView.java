package io.fangwei.policy.brokers.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An engagement as the insurer sees it. */
record EngagementView(
        UUID id,
        UUID brokerId,
        UUID companyId,
        @Nullable UUID policyId,
        LocalDate from,
        LocalDate to,
        boolean conflictOfInterest,
        @Nullable LocalDate endedOn) {}
