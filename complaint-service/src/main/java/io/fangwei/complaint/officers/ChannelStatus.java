package io.fangwei.complaint.officers;

/** Whether a channel is offered. */
public enum ChannelStatus {
    OPEN,
    CLOSED
}
