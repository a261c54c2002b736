package io.fangwei.visit.plans.web;

import io.fangwei.visit.plans.ServicePlan;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

@Mapper(componentModel = "spring", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface PlanViews {

    @Mapping(target = "id", source = "subject.planId")
    @Mapping(target = "policyId", source = "subject.policyId")
    @Mapping(target = "insurerId", source = "subject.insurerId")
    @Mapping(target = "companyId", source = "subject.companyId")
    @Mapping(target = "area", source = "subject.area")
    @Mapping(target = "policyFrom", source = "term.from")
    @Mapping(target = "policyTo", source = "term.to")
    @Mapping(target = "items", source = "content.items")
    @Mapping(target = "industry", source = "content.industry")
    @Mapping(target = "mainEquipmentProcess", source = "content.mainEquipmentProcess")
    @Mapping(target = "accidentHistory", source = "content.accidentHistory")
    @Mapping(target = "factors", source = "content.factors")
    @Mapping(target = "expectedGoals", source = "content.expectedGoals")
    @Mapping(target = "supportMatters", source = "content.supportMatters")
    PlanView of(ServicePlan plan);
}
