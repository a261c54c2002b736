package io.fangwei.team.professionals.web;

import io.fangwei.team.professionals.Certificate;
import io.fangwei.team.professionals.Professional;
import io.fangwei.team.professionals.web.ProfessionalView.CertificateView;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

@Mapper(componentModel = "spring", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface ProfessionalViews {

    @Mapping(target = ".", source = "employment")
    @Mapping(target = ".", source = "profile")
    ProfessionalView of(Professional professional);

    @Mapping(target = "from", source = "validity.from")
    @Mapping(target = "to", source = "validity.to")
    CertificateView of(Certificate certificate);
}
