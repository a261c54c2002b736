package io.fangwei.launcher.clock;

import io.fangwei.launcher.data.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A clock that people may move forward, never back. Between moves it goes at the pace of the real clock, also while
 * nobody runs it, or stands still while it is held. Its position is on the disk before anybody sees it.
 */
public final class DemoClock extends Clock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final JsonMapper JSON = new JsonMapper();

    /** Where the clock was put, when that was in real time, and whether it stands still. */
    private record Position(Instant at, Instant putAt, boolean held) {

        Instant read(Instant realNow) {
            var gone = Duration.between(putAt, realNow);
            return held || gone.isNegative() ? at : at.plus(gone);
        }
    }

    private final Path file;
    private final Clock real;
    private final AtomicReference<Instant> latest;
    private volatile Position position;

    private DemoClock(Path file, Clock real, Position position) {
        this.file = file;
        this.real = real;
        this.position = position;
        latest = new AtomicReference<>(position.read(real.instant()));
    }

    /** Goes on from where it was left. */
    public static DemoClock open(Path file, Clock real) throws IOException {
        return new DemoClock(file, real, JSON.readValue(Files.readString(file), Position.class));
    }

    /** Begins at the given time. */
    public static DemoClock begin(Path file, Clock real, Instant at, boolean held) throws IOException {
        var position = new Position(at, real.instant(), held);
        write(file, position);
        return new DemoClock(file, real, position);
    }

    @Override
    public Instant instant() {
        var now = position.read(real.instant());
        return latest.accumulateAndGet(now, (known, read) -> read.isAfter(known) ? read : known);
    }

    public boolean isHeld() {
        return position.held();
    }

    /** Moves to a time that is not before now. */
    public synchronized void moveTo(Instant to, boolean hold) {
        var now = instant();
        if (to.isBefore(now)) {
            throw new RunsBack(now, to);
        }
        put(to, hold);
    }

    /** Notes how far the clock has come, so that a real clock that is set back cannot take it along. */
    public synchronized void settle() {
        put(instant(), position.held());
    }

    private void put(Instant at, boolean held) {
        var next = new Position(at, real.instant(), held);
        try {
            write(file, next);
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
        position = next;
    }

    private static void write(Path file, Position position) throws IOException {
        DurableFile.replace(file, JSON.writeValueAsString(position));
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Elsewhere(this, zone);
    }

    /** The same clock, read in another zone. */
    private static final class Elsewhere extends Clock {

        private final DemoClock clock;
        private final ZoneId zone;

        private Elsewhere(DemoClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return clock.withZone(other);
        }
    }
}
