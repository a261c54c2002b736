package io.fangwei.policy.companies.web;

import io.fangwei.policy.companies.Scale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An insured company as its readers see it; who else insures it stays hidden from them. */
record CompanyView(
        UUID id,
        String uscc,
        String name,
        String industryCode,
        Scale scale,
        boolean highRisk,
        String area,
        String address,
        @Nullable UUID mergedInto) {}
