package io.fangwei.team.institutions.web;

import io.fangwei.team.institutions.Institution;
import io.fangwei.team.institutions.Permit;
import io.fangwei.team.institutions.web.InstitutionView.PermitView;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

@Mapper(componentModel = "spring", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface InstitutionViews {

    @Mapping(target = "name", source = "profile.name")
    @Mapping(target = "kinds", source = "profile.kinds")
    @Mapping(target = "legalPerson", source = "profile.legalPerson")
    @Mapping(target = "officeAddress", source = "profile.officeAddress")
    @Mapping(target = "fullTimeProfessionals", source = "profile.fullTimeProfessionals")
    @Mapping(target = "permits", source = "profile.permits")
    @Mapping(target = "compliant", expression = "java(institution.getFailedConditions().isEmpty())")
    InstitutionView of(Institution institution);

    @Mapping(target = "from", source = "validity.from")
    @Mapping(target = "to", source = "validity.to")
    PermitView of(Permit permit);
}
