package io.fangwei.policy.policies;

import io.fangwei.policy.companies.InsuredCompany;
import io.fangwei.policy.companies.Scale;

/** What a policy insures, as the company stood when it was last looked at. */
public record InsuredRisk(String area, String industryCode, Scale scale, boolean highRisk) {

    public static InsuredRisk of(InsuredCompany company) {
        var profile = company.getProfile();
        return new InsuredRisk(company.getArea(), profile.industryCode(), profile.scale(), profile.highRisk());
    }

    /** True where the obligations of the Chengdu specification hold (CD-1b). */
    public boolean isUnderChengdu() {
        return area.startsWith("5101");
    }

    /** Large and medium companies of high-risk industries are assessed or screened once a year (CD-6b, AMB-17, AMB-18). */
    public boolean mustBeServedYearly() {
        return isUnderChengdu() && highRisk && (scale == Scale.LARGE || scale == Scale.MEDIUM);
    }

    InsuredRisk in(String newArea) {
        return new InsuredRisk(newArea, industryCode, scale, highRisk);
    }
}
