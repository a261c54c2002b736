package io.fangwei.policy.profiles.web;

import io.fangwei.policy.profiles.CompanyDescription;
import io.fangwei.policy.profiles.ProfileVersion;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** One version of a profile. */
record ProfileView(
        UUID id,
        UUID insurerId,
        UUID companyId,
        int version,
        LocalDate writtenOn,
        String by,
        Map<String, Object> values) {

    static ProfileView of(CompanyDescription profile, ProfileVersion version, Map<String, Object> values) {
        return new ProfileView(
                profile.getProfileId(),
                profile.getInsurerId(),
                profile.getCompanyId(),
                version.version(),
                version.writtenOn(),
                version.by(),
                values);
    }
}
