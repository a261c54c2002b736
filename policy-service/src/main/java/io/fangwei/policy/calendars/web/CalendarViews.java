package io.fangwei.policy.calendars.web;

import io.fangwei.policy.calendars.CityRulePack;
import io.fangwei.policy.calendars.HolidayYear;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

@Mapper(componentModel = "spring", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface CalendarViews {

    @Mapping(target = "id", source = "yearId")
    HolidayYearView of(HolidayYear year);

    @Mapping(target = "id", source = "aggregateId")
    RulePackView of(CityRulePack pack);
}
