package io.fangwei.policy.budget;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import io.fangwei.policy.policies.ServiceItemType;
import java.math.BigDecimal;
import java.util.UUID;

/** What happens to the expected costs of services. */
public sealed interface ServiceCostEvent extends Event {

    @EventType("policy.service-cost-set.v1")
    record ServiceCostSet(UUID insurerId, int year, ServiceItemType item, BigDecimal cost)
            implements ServiceCostEvent {}
}
