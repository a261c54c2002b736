package io.fangwei.launcher;

import io.fangwei.launcher.clock.DemoClock;
import io.fangwei.launcher.data.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/** Decides by which clock a data folder lives: once by the demo clock, always by the demo clock. */
final class BusinessTime {

    /** Early enough for all that must be there before the business of 2025 begins. */
    static final OffsetDateTime BEFORE_THE_DEMO_YEAR = OffsetDateTime.parse("2024-12-02T09:00+08:00");

    private static final String CLOCK = "clock.json";
    private static final String DEMO_YEAR = "demo-year";

    private BusinessTime() {}

    /** The demo clock of the folder, or none where real time is business time. */
    static Optional<DemoClock> of(Settings settings, Clock real) {
        var file = settings.data().resolve(CLOCK);
        if (!settings.demoClock()) {
            refuseToLeaveTheDemoClock(settings, file);
            return Optional.empty();
        }
        try {
            return Optional.of(Files.exists(file) ? DemoClock.open(file, real) : begin(settings, file, real));
        } catch (IOException unreadable) {
            throw new StartRefused("The demo clock in %s cannot be used.".formatted(file), unreadable);
        }
    }

    /** Whether the folder was made to hold the demo year. */
    static boolean isDemoYear(Path data) {
        return Files.exists(data.resolve(DEMO_YEAR));
    }

    private static DemoClock begin(Settings settings, Path file, Clock real) throws IOException {
        var data = settings.data();
        var empty = !Files.exists(data.resolve("mongo")) && !Files.exists(data.resolve("kafka"));
        if (empty && settings.demo()) {
            DurableFile.replace(data.resolve(DEMO_YEAR), "1");
        }
        var start = settings.clockStart() == null && settings.demo() ? BEFORE_THE_DEMO_YEAR : settings.clockStart();
        return empty && start != null
                ? DemoClock.begin(file, real, start.toInstant(), true)
                : DemoClock.begin(file, real, Instant.now(real), false);
    }

    private static void refuseToLeaveTheDemoClock(Settings settings, Path file) {
        if (Files.exists(file)) {
            throw new StartRefused(
                    "The data folder %s lives by the demo clock; start with --demo-clock.".formatted(settings.data()));
        }
        if (Objects.nonNull(settings.clockStart())) {
            throw new StartRefused("--clock-start needs --demo-clock.");
        }
    }
}
