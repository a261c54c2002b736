package io.fangwei.policy.policies;

import io.fangwei.policy.companies.InsuredCompany;
import io.fangwei.policy.companies.Scale;

/** What a policy insures, as the company stood when it was last looked at. */
public record InsuredRisk(String area, String industryCode, Scale scale, boolean highRisk) {

    public static InsuredRisk of(InsuredCompany company) {
        var profile = company.getProfile();
        return new InsuredRisk(company.getArea(), profile.industryCode(), profile.scale(), profile.highRisk());
    }
}
