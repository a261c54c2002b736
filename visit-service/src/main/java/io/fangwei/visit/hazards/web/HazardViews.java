package io.fangwei.visit.hazards.web;

import io.fangwei.visit.clocks.RunningClock;
import io.fangwei.visit.hazards.Hazard;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

@Mapper(componentModel = "spring", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface HazardViews {

    @Mapping(target = "id", source = "subject.hazardId")
    @Mapping(target = "visitId", source = "subject.visitId")
    @Mapping(target = "policyId", source = "subject.policyId")
    @Mapping(target = "insurerId", source = "subject.insurerId")
    @Mapping(target = "companyId", source = "subject.companyId")
    @Mapping(target = "area", source = "subject.area")
    @Mapping(target = "level", source = "subject.level")
    @Mapping(target = "clocks", source = "clocks.all")
    HazardView of(Hazard hazard);

    @Mapping(target = "start", source = "deadline.start")
    @Mapping(target = "due", source = "deadline.due")
    @Mapping(target = "state", expression = "java(clock.state())")
    @Mapping(target = "rule", expression = "java(clock.rule())")
    HazardView.ClockView of(RunningClock clock);
}
