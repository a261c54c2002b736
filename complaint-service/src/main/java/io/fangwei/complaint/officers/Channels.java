package io.fangwei.complaint.officers;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All channels that the caller may see. */
public interface Channels {

    Channel add(Channel channel, List<ChannelEvent> events);

    Channel get(UUID channelId);

    Channel change(UUID channelId, Function<Channel, List<ChannelEvent>> action);

    Page<Channel> page(@Nullable UUID insurerId, Pages pages);
}
