package io.fangwei.launcher.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoClockTest {

    private static final Instant MARCH = Instant.parse("2025-03-11T01:00:00Z");
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final SettableClock real = new SettableClock();

    @Test
    void it_goes_on_at_the_pace_of_real_time() throws Exception {
        var clock = begun(false);

        real.go(AN_HOUR);

        assertThat(clock.instant()).isEqualTo(MARCH.plus(AN_HOUR));
    }

    @Test
    void it_stands_still_while_it_is_held() throws Exception {
        var clock = begun(true);

        real.go(AN_HOUR);

        assertThat(clock.instant()).isEqualTo(MARCH);
        assertThat(clock.isHeld()).isTrue();
    }

    @Test
    void it_moves_forward_and_goes_on_from_there() throws Exception {
        var clock = begun(true);

        clock.moveTo(MARCH.plus(Duration.ofDays(30)), false);
        real.go(AN_HOUR);

        assertThat(clock.instant()).isEqualTo(MARCH.plus(Duration.ofDays(30)).plus(AN_HOUR));
    }

    @Test
    void it_never_moves_back() throws Exception {
        var clock = begun(false);
        real.go(AN_HOUR);

        assertThatThrownBy(() -> clock.moveTo(MARCH, true)).isInstanceOf(RunsBack.class);

        assertThat(clock.instant()).isEqualTo(MARCH.plus(AN_HOUR));
        assertThat(clock.isHeld()).isFalse();
    }

    @Test
    void it_goes_on_while_nobody_runs_it() throws Exception {
        begun(false);

        real.go(AN_HOUR);

        assertThat(reopened().instant()).isEqualTo(MARCH.plus(AN_HOUR));
    }

    @Test
    void held_it_stands_still_across_a_restart() throws Exception {
        begun(false).moveTo(MARCH.plus(AN_HOUR), true);

        real.go(AN_HOUR);

        assertThat(reopened().instant()).isEqualTo(MARCH.plus(AN_HOUR));
        assertThat(reopened().isHeld()).isTrue();
    }

    @Test
    void a_real_clock_that_is_set_back_does_not_take_it_along() throws Exception {
        var clock = begun(false);
        real.go(AN_HOUR);
        var seen = clock.instant();
        clock.settle();

        real.go(AN_HOUR.multipliedBy(-3));

        assertThat(clock.instant()).isEqualTo(seen);
        assertThat(reopened().instant()).isEqualTo(seen);
    }

    @Test
    void its_days_are_those_of_china() throws Exception {
        var clock = DemoClock.begin(folder.resolve("clock.json"), real, Instant.parse("2025-01-22T17:00:00Z"), true);

        assertThat(LocalDate.now(clock)).isEqualTo("2025-01-23");
        assertThat(LocalDate.now(clock.withZone(ZoneOffset.UTC))).isEqualTo("2025-01-22");
    }

    private DemoClock begun(boolean held) throws IOException {
        return DemoClock.begin(folder.resolve("clock.json"), real, MARCH, held);
    }

    private DemoClock reopened() throws IOException {
        return DemoClock.open(folder.resolve("clock.json"), real);
    }
}
