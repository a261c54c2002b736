package io.fangwei.kernel.store;

import io.fangwei.kernel.events.Event;
import java.util.List;
import java.util.UUID;

/**
 * A new aggregate with the events it begins with.
 *
 * @param id derived from what the business knows it by
 */
public record Creation<A>(UUID id, A aggregate, List<? extends Event> events) {}
