package io.fangwei.complaint.officers;

import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.EventType;
import java.time.LocalDate;
import java.util.UUID;

/** What happens to a channel. */
public sealed interface ChannelEvent extends Event {

    @EventType("complaint.channel-opened.v1")
    record ChannelOpened(UUID channelId, UUID insurerId, String kind, LocalDate on) implements ChannelEvent {}

    @EventType("complaint.channel-closed.v1")
    record ChannelClosed(UUID channelId, UUID insurerId, String kind, LocalDate on) implements ChannelEvent {}
}
