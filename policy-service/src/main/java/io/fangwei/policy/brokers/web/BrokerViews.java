package io.fangwei.policy.brokers.web;

import io.fangwei.policy.brokers.Broker;
import io.fangwei.policy.brokers.Engagement;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

@Mapper(componentModel = "spring", unmappedTargetPolicy = ReportingPolicy.ERROR)
interface BrokerViews {

    @Mapping(target = "id", source = "brokerId")
    BrokerView of(Broker broker);

    @Mapping(target = "id", source = "engagementId")
    EngagementView of(Engagement engagement);
}
