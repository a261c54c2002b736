package io.fangwei.policy.insurers.web;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.policy.insurers.Insurer;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

@Mapper(componentModel = "spring", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface InsurerViews {

    default InsurerView of(Insurer insurer, Caller reader) {
        var close = insurer.getInsurerId().equals(reader.insurerId()) || reader.hasAnyOf(Role.AD, Role.EA, Role.CP);
        return close ? whole(insurer) : publicPart(insurer);
    }

    @Mapping(target = "id", source = "insurerId")
    InsurerView whole(Insurer insurer);

    @Mapping(target = "id", source = "insurerId")
    @Mapping(target = "accrualRates", ignore = true)
    InsurerView publicPart(Insurer insurer);
}
