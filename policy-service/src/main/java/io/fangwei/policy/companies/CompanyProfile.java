package io.fangwei.policy.companies;

/**
 * What is said of a company and may change.
 *
 * @param industryCode of GB/T 4754
 * @param highRisk whether that industry was on the list when this was said
 */
public record CompanyProfile(String name, String industryCode, Scale scale, boolean highRisk, String address) {}
