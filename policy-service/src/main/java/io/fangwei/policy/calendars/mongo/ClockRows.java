package io.fangwei.policy.calendars.mongo;

/** Where the clocks of all services lie as their events tell them. */
public final class ClockRows {

    public static final String COLLECTION = "clocks";

    private ClockRows() {}
}
