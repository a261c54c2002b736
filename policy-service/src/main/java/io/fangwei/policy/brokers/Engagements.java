package io.fangwei.policy.brokers;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The engagements of all brokers. */
public interface Engagements {

    Engagement add(Engagement engagement, List<BrokerEvent> events);

    Engagement get(UUID engagementId);

    Engagement change(UUID engagementId, Function<Engagement, List<BrokerEvent>> action);

    Page<Engagement> page(Pages page);
}
