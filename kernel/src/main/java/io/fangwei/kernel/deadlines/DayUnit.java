package io.fangwei.kernel.deadlines;

/** In what the length of a clock is counted. */
public enum DayUnit {
    WORKING_DAYS,
    CALENDAR_DAYS
}
