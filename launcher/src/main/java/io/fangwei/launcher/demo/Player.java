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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
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
    private static final Pattern SLOT = Pattern.compile("\\{([^}]+)}");

    private final PlatformClient platform;
    private final Progress progress;
    private final BiConsumer<LocalDate, Long> audience;
    private final Map<String, String> ids = new ConcurrentHashMap<>();
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
            warmUp(year);
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
        var path = filled(step.path());
        return step.isRead()
                ? platform.get(step.user(), path)
                : platform.post(step.user(), path, step.name(), step.body() == null ? null : filled(step.body()));
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

    /**
     * The first question to team-service after a start takes longer than the later ones, so it is asked ahead: of
     * team-service itself, and of visit-service by naming somebody new at a check-in that is over and therefore refused.
     */
    private void warmUp(DemoYear year) {
        for (int i = 0; i < AT_A_TIME; i++) {
            platform.get("is.huaxi", eligibility(year));
        }
        year.visits().stream()
                .filter(visit -> progress.has(checkIn(visit)))
                .limit(AT_A_TIME)
                .forEach(visit -> {
                    var step = checkIn(visit);
                    var newcomers = visit.policy().group().stream()
                            .filter(one -> !visit.people().contains(one))
                            .map(one -> Step.ref(one.slot()))
                            .toList();
                    platform.post(step.user(), filled(step.path()), "warm-up", filled(Map.of("presentIds", newcomers)));
                });
    }

    private static Step checkIn(VisitPlot visit) {
        return Step.post(
                visit.slot() + "-check-in",
                visit.actor(),
                "/api/visit/v1/visits/" + Step.ref(visit.slot()) + "/check-ins");
    }

    private static String eligibility(DemoYear year) {
        return "/api/team/v1/eligibility?item=TRAINING&on=2025-01-10&insurerId=%1$s&professionalId=%1$s"
                .formatted(year.cast().insurer("huaxi").id());
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
            progress.idOf(step).ifPresent(id -> ids.put(step.keep().slot(), id));
        }
    }

    private String filled(String text) {
        return SLOT.matcher(text).replaceAll(slot -> {
            var id = ids.get(slot.group(1));
            if (id == null) {
                throw new DemoFailure("Nobody has given an id to " + slot.group(1));
            }
            return id;
        });
    }

    private Object filled(Object value) {
        if (value instanceof String text) {
            return filled(text);
        }
        if (value instanceof List<?> all) {
            return all.stream().map(one -> filled(Objects.requireNonNull(one))).toList();
        }
        if (value instanceof Map<?, ?> fields) {
            var filled = new LinkedHashMap<Object, Object>();
            fields.forEach((name, field) -> filled.put(name, filled(Objects.requireNonNull(field))));
            return filled;
        }
        return value;
    }
}
