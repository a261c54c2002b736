package io.fangwei.team.agreements.web;

import io.fangwei.team.agreements.ServiceAgreement;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

@Mapper(componentModel = "spring", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface AgreementViews {

    @Mapping(target = ".", source = "term")
    @Mapping(target = ".", source = "terms")
    AgreementView of(ServiceAgreement agreement);
}
