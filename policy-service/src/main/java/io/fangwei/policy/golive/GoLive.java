package io.fangwei.policy.golive;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everything that was brought in. */
public interface GoLive {

    BroughtIn add(BroughtIn marker, List<GoLiveEvent> events);

    Map<UUID, BroughtIn> findAll(Collection<UUID> recordIds);
}
