package io.fangwei.complaint.officers.web;

import io.fangwei.complaint.officers.ChannelKind;
import io.fangwei.complaint.officers.ChannelStatus;
import java.util.UUID;

/** A channel as everybody sees it. */
record ChannelView(UUID id, UUID insurerId, ChannelKind kind, String address, ChannelStatus status) {}
