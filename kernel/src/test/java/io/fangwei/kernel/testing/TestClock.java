package io.fangwei.kernel.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock in the business time zone that stands still until a test moves it. */
public final class TestClock extends Clock {

    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private volatile Instant now;

    private TestClock(Instant now) {
        this.now = now;
    }

    /** Nine in the morning of a day. */
    public static TestClock on(String day) {
        return new TestClock(morning(LocalDate.parse(day)));
    }

    /** To nine in the morning of a day. */
    public void moveTo(String day) {
        moveTo(LocalDate.parse(day));
    }

    public void moveTo(LocalDate day) {
        now = morning(day);
    }

    /** To a minute of a day: {@code 2025-02-08T23:59}. */
    public void moveToMinute(String time) {
        now = LocalDateTime.parse(time).atZone(CHINA).toInstant();
    }

    public LocalDate today() {
        return LocalDate.now(this);
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(9, 0).atZone(CHINA).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return CHINA;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
