package io.fangwei.complaint.officers;

import io.fangwei.complaint.Own;
import io.fangwei.complaint.officers.OfficerCommand.OpenChannel;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The use cases of channels. */
@Service
public class ChannelDesk {

    private final Channels channels;
    private final Clock clock;

    ChannelDesk(Channels channels, Clock clock) {
        this.channels = channels;
        this.clock = clock;
    }

    public Channel open(OpenChannel said) {
        var channel = Channel.open(CurrentCommand.derivedId("channel"), Own.insurer(), said.kind(), said.address());
        return channels.add(channel, channel.opened(LocalDate.now(clock)));
    }

    public Channel close(UUID id) {
        return channels.change(id, channel -> channel.close(LocalDate.now(clock)));
    }

    public Channel get(UUID id) {
        return channels.get(id);
    }

    public Page<Channel> page(@Nullable UUID insurerId, Pages pages) {
        return channels.page(insurerId, pages);
    }
}
