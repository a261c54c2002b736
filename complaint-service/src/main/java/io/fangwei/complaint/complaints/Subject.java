package io.fangwei.complaint.complaints;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who complains about whom, and what about.
 *
 * @param area where the company's risk lies
 */
public record Subject(
        UUID insurerId,
        UUID companyId,
        String area,
        @Nullable UUID policyId,
        @Nullable UUID visitId) {}
