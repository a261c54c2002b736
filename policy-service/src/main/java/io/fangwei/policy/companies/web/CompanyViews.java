package io.fangwei.policy.companies.web;

import io.fangwei.policy.companies.InsuredCompany;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

@Mapper(componentModel = "spring", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface CompanyViews {

    @Mapping(target = "id", source = "companyId")
    @Mapping(target = ".", source = "profile")
    CompanyView of(InsuredCompany company);
}
