package io.fangwei.team.teams.web;

import io.fangwei.team.teams.ServiceGroup;
import io.fangwei.team.teams.ServiceTeam;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

@Mapper(componentModel = "spring", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface TeamViews {

    @Mapping(target = ".", source = "key")
    TeamView of(ServiceTeam team);

    GroupView of(ServiceGroup group);
}
