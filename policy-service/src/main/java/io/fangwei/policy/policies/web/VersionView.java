package io.fangwei.policy.policies.web;

import io.fangwei.policy.companies.Scale;
import io.fangwei.policy.policies.Endorsement;
import io.fangwei.policy.policies.ServiceTerm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contract as it stands from a day on. */
record VersionView(
        int version,
        LocalDate effectiveOn,
        @Nullable LocalDate agreedOn,
        @Nullable String reasonCode,
        String area,
        Scale scale,
        boolean highRisk,
        LocalDate from,
        LocalDate to,
        BigDecimal premium,
        List<ServiceTerm> serviceTerms) {

    static VersionView of(Endorsement version) {
        return new VersionView(
                version.version(),
                version.effectiveOn(),
                version.agreedOn(),
                version.reasonCode(),
                version.risk().area(),
                version.risk().scale(),
                version.risk().highRisk(),
                version.contract().from(),
                version.contract().to(),
                version.contract().premium(),
                version.contract().serviceTerms());
    }
}
