package io.fangwei.kernel.calendar;

/** Why a day counts or does not count when working days are counted. */
public enum DayKind {
    WORKING_DAY(true),
    MAKE_UP_DAY(true),
    WEEKEND(false),
    HOLIDAY(false);

    private final boolean counted;

    DayKind(boolean counted) {
        this.counted = counted;
    }

    public boolean isCounted() {
        return counted;
    }
}
