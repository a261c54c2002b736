package io.fangwei.policy.policies.web;

import io.fangwei.policy.policies.Policy;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

@Mapper(componentModel = "spring", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface PolicyViews {

    @Mapping(target = "id", source = "policyId")
    @Mapping(target = ".", source = "contract")
    @Mapping(target = ".", source = "risk")
    @Mapping(target = "underChengdu", source = "risk.underChengdu")
    @Mapping(target = "contractVersion", expression = "java(policy.getVersions().size())")
    PolicyView of(Policy policy);
}
