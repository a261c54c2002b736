package io.fangwei.complaint.officers;

import static io.fangwei.complaint.rules.ComplaintRule.WRONG_STAGE;

import io.fangwei.complaint.officers.ChannelEvent.ChannelClosed;
import io.fangwei.complaint.officers.ChannelEvent.ChannelOpened;
import io.fangwei.kernel.events.Aggregate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A way to complain that an insurer offers: a number, an address, a page (CD-5.4.1.1a). */
public final class Channel implements Aggregate {

    private final UUID channelId;
    private final UUID insurerId;
    private final ChannelKind kind;
    private final String address;
    private ChannelStatus status;

    private Channel(UUID channelId, UUID insurerId, ChannelKind kind, String address, ChannelStatus status) {
        this.channelId = channelId;
        this.insurerId = insurerId;
        this.kind = kind;
        this.address = address;
        this.status = status;
    }

    public static Channel open(UUID channelId, UUID insurerId, ChannelKind kind, String address) {
        return new Channel(channelId, insurerId, kind, address, ChannelStatus.OPEN);
    }

    List<ChannelEvent> opened(LocalDate today) {
        return List.of(new ChannelOpened(channelId, insurerId, kind.name(), today));
    }

    public List<ChannelEvent> close(LocalDate today) {
        WRONG_STAGE.require(status == ChannelStatus.OPEN, status, ChannelStatus.OPEN);
        status = ChannelStatus.CLOSED;
        return List.of(new ChannelClosed(channelId, insurerId, kind.name(), today));
    }

    @Override
    public String status() {
        return status.name();
    }

    public UUID getChannelId() {
        return channelId;
    }

    public UUID getInsurerId() {
        return insurerId;
    }

    public ChannelKind getKind() {
        return kind;
    }

    public String getAddress() {
        return address;
    }

    public ChannelStatus getStatus() {
        return status;
    }
}
