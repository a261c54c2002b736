package io.fangwei.launcher.demo;

import io.fangwei.launcher.demo.PlatformClient.Answer;
import io.fangwei.launcher.demo.Step.Keep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Plays a script on the platform, day by day, from wherever an earlier load was cut off. Nothing is tried twice. */
final class Player {

    private static final int AT_A_TIME = 6;
    private static final String CLOCK_KEEPER = "ad";
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final OffsetDateTime END = OffsetDateTime.of(WorkDays.LAST.plusDays(1), MORNING, CHINA);

    private final PlatformClient platform;
    private final Progress progress;
    private final BiConsumer<LocalDate, Long> audience;
    private final Slots slots = new Slots();
    private final AtomicBoolean failed = new AtomicBoolean();

    /** @param audience is told each day and how many steps are done */
    Player(PlatformClient platform, Progress progress, BiConsumer<LocalDate, Long> audience) {
        this.platform = platform;
        this.progress = progress;
        this.audience = audience;
    }

    void play(DemoYear year) {
        var script = year.script();
        script.steps().forEach(this::remember);
        var threads = Executors.newFixedThreadPool(AT_A_TIME, work -> new Thread(work, "demo-year"));
        try {
            new WarmUp(platform, progress, slots).before(year);
            var done = 0L;
            for (var stop : script.stops()) {
                if (stop.lanes().stream().flatMap(List::stream).anyMatch(step -> !progress.has(step))) {
                    moveTo(OffsetDateTime.of(stop.day(), MORNING, CHINA), true);
                    play(stop, threads);
                }
                done += stop.size();
                audience.accept(stop.day(), done);
            }
        } finally {
            threads.shutdownNow();
        }
        letGo();
    }

    /**
     * The clock stands still a minute before the end, so that all that is overdue by then is noticed; the move that lets
     * it go waits until everybody has heard of it.
     */
    private void letGo() {
        moveTo(END.minusMinutes(1), true);
        moveTo(END, false);
    }

    private void play(Stop stop, ExecutorService threads) {
        var lanes = stop.lanes().stream()
                .map(lane -> CompletableFuture.runAsync(() -> play(lane), threads))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(lanes).join();
        } catch (CompletionException refused) {
            throw refused.getCause() instanceof RuntimeException cause ? cause : refused;
        }
    }

    private void play(List<Step> lane) {
        try {
            for (var step : lane) {
                if (failed.get()) {
                    return;
                }
                if (!progress.has(step)) {
                    play(step);
                }
            }
        } catch (RuntimeException unexpected) {
            failed.set(true);
            throw unexpected;
        }
    }

    private void play(Step step) {
        var answer = send(step);
        if (!answer.isFine()) {
            throw new DemoFailure("%s (%s as %s): %d %s"
                    .formatted(step.name(), step.path(), step.user(), answer.status(), answer.problem()));
        }
        var id = step.keep() == null ? null : idIn(answer, step, step.keep());
        requireEligible(step, answer);
        try {
            progress.done(step, id);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        remember(step);
    }

    private Answer send(Step step) {
        var path = slots.filled(step.path());
        return step.isRead()
                ? platform.get(step.user(), path)
                : platform.post(step.user(), path, step.name(), step.body() == null ? null : slots.filled(step.body()));
    }

    private String idIn(Answer answer, Step step, Keep keep) {
        var id = switch (keep.source()) {
            case LOCATION -> last(answer.location());
            case POOL -> idWhere(answer.json().path("items"), "year", "2025");
            case EXPENSE ->
                idWhere(
                        answer.json().path("openExpenses"),
                        "voucherNo",
                        String.valueOf(Objects.requireNonNull(step.body()).get("voucherNo")));
        };
        if (id == null) {
            throw new DemoFailure("%s: no id in %s".formatted(step.name(), answer.problem()));
        }
        return id;
    }

    private static @Nullable String last(@Nullable String location) {
        return location == null ? null : location.substring(location.lastIndexOf('/') + 1);
    }

    private static @Nullable String idWhere(JsonNode items, String field, String value) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path(field).asString("").equals(value))
                .map(item -> item.path("id").asString())
                .findFirst()
                .orElse(null);
    }

    /** A visit that is planned without an answer about its people would be another year than the one that was written. */
    private static void requireEligible(Step step, Answer answer) {
        if (step.path().endsWith("/visits") && answer.text().contains("\"UNCHECKED\"")) {
            throw new DemoFailure(step.name() + ": team-service did not say in time who may serve");
        }
    }

    /** Where the clock stands already, only the watches run again; where it is further, this day was over. */
    private void moveTo(OffsetDateTime to, boolean hold) {
        var body = new LinkedHashMap<String, Object>();
        body.put("moveTo", to.toString());
        body.put("hold", hold);
        var answer = platform.moveClock(CLOCK_KEEPER, body);
        if (!answer.isFine() && !answer.problem().contains("clock-never-runs-back")) {
            throw new DemoFailure(
                    "The clock could not be moved to %s: %d %s".formatted(to, answer.status(), answer.problem()));
        }
    }

    private void remember(Step step) {
        if (step.keep() != null) {
            progress.idOf(step).ifPresent(id -> slots.put(step.keep().slot(), id));
        }
    }
}
