package io.fangwei.complaint.officers.web;

import io.fangwei.complaint.officers.Channel;
import io.fangwei.complaint.officers.Officer;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

@Mapper(componentModel = "spring", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface OfficerViews {

    @Mapping(target = "id", source = "officerId")
    OfficerView of(Officer officer);

    @Mapping(target = "id", source = "channelId")
    ChannelView of(Channel channel);
}
