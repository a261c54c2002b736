package io.fangwei.launcher.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fangwei.launcher.clock.Business.Traffic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovingTheClockTest {

    private static final Instant MARCH = Instant.parse("2025-03-11T01:00:00Z");
    private static final Instant APRIL = Instant.parse("2025-04-01T01:00:00Z");
    private static final Traffic QUIET = new Traffic(true, 7, 0);

    @TempDir
    Path folder;

    private final BusinessOnPaper business = new BusinessOnPaper();
    private DemoClock clock;
    private ClockMoves moves;

    @BeforeEach
    void begin() throws Exception {
        clock = DemoClock.begin(folder.resolve("clock.json"), new SettableClock(), MARCH, true);
        moves = new ClockMoves(clock, () -> business, Duration.ofMillis(200));
    }

    @Test
    void every_watch_has_run_at_the_new_time_when_the_move_is_done() {
        moves.moveTo(APRIL, true);

        assertThat(business.watched).containsExactly(APRIL);
        assertThat(clock.instant()).isEqualTo(APRIL);
        assertThat(moves.read().watchesRunAt()).isEqualTo("2025-04-01T09:00+08:00");
    }

    @Test
    void it_waits_until_all_is_sent_and_heard() {
        business.coming.addAll(List.of(new Traffic(false, 7, 0), new Traffic(true, 8, 1), QUIET));

        moves.moveTo(APRIL, true);

        assertThat(business.coming).isEmpty();
        assertThat(clock.instant()).isEqualTo(APRIL);
    }

    @Test
    void a_quiet_moment_in_which_a_listener_wrote_another_event_does_not_count() {
        business.coming.addAll(List.of(new Traffic(true, 6, 0), new Traffic(true, 7, 0), new Traffic(true, 7, 0)));

        moves.moveTo(APRIL, true);

        assertThat(business.coming).isEmpty();
    }

    @Test
    void a_business_that_does_not_come_to_rest_keeps_the_clock_where_it_is() {
        business.always = new Traffic(true, 7, 3);

        assertThatThrownBy(() -> moves.moveTo(APRIL, true))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("3 events");
        assertThat(clock.instant()).isEqualTo(MARCH);
        assertThat(business.watched).isEmpty();
    }

    @Test
    void a_move_back_is_refused_before_anybody_waits() {
        business.always = new Traffic(false, 7, 3);

        assertThatThrownBy(() -> moves.moveTo(MARCH.minusSeconds(1), true)).isInstanceOf(RunsBack.class);
    }

    @Test
    void the_same_move_may_be_made_again() {
        moves.moveTo(APRIL, true);
        moves.moveTo(APRIL, true);

        assertThat(business.watched).containsExactly(APRIL, APRIL);
    }

    /** Says what the test wants and notes at which times its watches ran. */
    private final class BusinessOnPaper implements Business {

        private final Deque<Traffic> coming = new ArrayDeque<>();
        private final List<Instant> watched = new ArrayList<>();
        private Traffic always = QUIET;

        @Override
        public Traffic traffic() {
            return coming.isEmpty() ? always : coming.removeFirst();
        }

        @Override
        public void runWatches() {
            watched.add(clock.instant());
        }

        @Override
        public Optional<Instant> watchesRanAt() {
            return watched.isEmpty() ? Optional.empty() : Optional.of(watched.get(watched.size() - 1));
        }
    }
}
