package io.fangwei.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessTimeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir
    Path data;

    @Test
    void a_demo_year_begins_before_its_business_and_stands_still() {
        var clock = BusinessTime.of(settings(true, true, null), real()).orElseThrow();

        assertThat(clock.instant()).isEqualTo("2024-12-02T01:00:00Z");
        assertThat(clock.isHeld()).isTrue();
        assertThat(BusinessTime.isDemoYear(data)).isTrue();
    }

    @Test
    void without_the_demo_year_the_clock_begins_now_and_goes() {
        var clock = BusinessTime.of(settings(true, false, null), real()).orElseThrow();

        assertThat(clock.instant()).isEqualTo(NOW);
        assertThat(clock.isHeld()).isFalse();
        assertThat(BusinessTime.isDemoYear(data)).isFalse();
    }

    @Test
    void whoever_names_a_start_gets_it() {
        var start = OffsetDateTime.parse("2025-01-02T09:00+08:00");

        var clock = BusinessTime.of(settings(true, false, start), real()).orElseThrow();

        assertThat(clock.instant()).isEqualTo(start.toInstant());
        assertThat(clock.isHeld()).isTrue();
    }

    @Test
    void a_folder_that_has_lived_in_real_time_is_not_taken_back_to_the_demo_year() throws Exception {
        Files.createDirectory(data.resolve("mongo"));

        var clock = BusinessTime.of(settings(true, true, null), real()).orElseThrow();

        assertThat(clock.instant()).isEqualTo(NOW);
        assertThat(BusinessTime.isDemoYear(data)).isFalse();
    }

    @Test
    void a_start_without_a_demo_clock_makes_no_sense() {
        var start = OffsetDateTime.parse("2025-01-02T09:00+08:00");

        assertThatThrownBy(() -> BusinessTime.of(settings(false, false, start), real()))
                .isInstanceOf(StartRefused.class);
    }

    private static Clock real() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private Settings settings(boolean demoClock, boolean demo, @Nullable OffsetDateTime start) {
        return new Settings(data, 0, null, null, null, demoClock, demo, start, false);
    }
}
