package io.fangwei.policy.brokers;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.UUID;

/** All brokers. */
public interface Brokers {

    Broker add(Broker broker, List<BrokerEvent> events);

    Broker get(UUID brokerId);

    Page<Broker> page(Pages page);
}
