package io.fangwei.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** Drives visits from the appointment to the archive over HTTP and says how many, how fast, and where the time goes. */
class LoadRun {

    private static final int PROFILED_THREADS = 8;
    private static final Duration ALL_HEARD_WITHIN = Duration.ofSeconds(2);
    private static final int FRAMES_SHOWN = 25;

    private final Bounds bounds = Bounds.given();
    private final Report report = new Report();
    private final Path root = Path.of(System.getProperty("fangwei.root"));
    private final List<String> errors = new ArrayList<>();
    private final List<Duration> untilGone = new ArrayList<>();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private Platform platform;
    private MongoClient mongo;
    private Backlog backlog;
    private World world;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        System.setProperty("http.maxConnections", String.valueOf(bounds.most()));
        var folder = root.resolve("launcher/target/benchmark");
        FileSystemUtils.deleteRecursively(folder);
        platform = kept(Platform.start(root, Files.createDirectories(folder), bounds.portOffset()));
        var admin = kept(Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, platform.kafka())));
        mongo = kept(MongoClients.create(platform.mongo()));
        backlog = new Backlog(admin, mongo);
        world = World.create(platform, bounds.most());
    }

    private <T extends AutoCloseable> T kept(T resource) {
        opened.push(resource);
        return resource;
    }

    @AfterEach
    void stop() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    @Test
    void lifecycles_go_without_errors_and_all_is_heard_two_seconds_later()
            throws IOException, InterruptedException, ExecutionException {
        var visit = driver(platform.gateway()).apply(0).once();
        introduce(visit);
        baselines(visit);
        lifecycles();
        profile();
        report.line("").line("Resident at the end: %s MB", platform.residentMb());
        errors.stream().distinct().limit(5).forEach(error -> report.line("Error: %s", error));
        report.write(root.resolve("launcher/target/benchmark.md"));
        assertThat(errors).isEmpty();
        assertThat(untilGone).allMatch(gone -> gone.compareTo(ALL_HEARD_WITHIN) <= 0);
    }

    private void introduce(String visit) throws IOException {
        report.line(
                        "Load run: %d cores, JDK %s, platform with %s",
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        String.join(" ", platform.options()))
                .line(
                        "ready in %s s; %d s warm-up and %d s window each; an archived visit is a document of %d bytes",
                        platform.startSeconds(),
                        bounds.warmUp().toSeconds(),
                        bounds.window().toSeconds(),
                        DriverBaseline.size(mongo, visit));
    }

    private void baselines(String visit) throws IOException, InterruptedException, ExecutionException {
        report.table(
                "Baselines",
                "what",
                "threads",
                "per s",
                "p50 ms",
                "p99 ms",
                "errors",
                "platform CPU ms each",
                "platform CPU %",
                "drivers CPU %",
                "others CPU %");
        var direct = new Api(platform.visitService());
        for (int threads : bounds.threads()) {
            baseline("driver alone: findOne or updateOne", threads, number -> new DriverBaseline(mongo, visit));
        }
        for (int threads : bounds.threads()) {
            baseline("GET one visit, direct", threads, number -> () -> {
                direct.get(world.token(World.STAFF), "/api/visit/v1/visits/" + visit)
                        .orThrow();
                return "GET";
            });
        }
    }

    private void baseline(String what, int threads, IntFunction<Work> work)
            throws IOException, InterruptedException, ExecutionException {
        var meter = meter();
        var timings = new Load(threads, bounds.warmUp(), bounds.window()).run(work, meter);
        errors.addAll(timings.errors());
        report.baseline(what, threads, timings, meter.used());
    }

    private void lifecycles() throws IOException, InterruptedException, ExecutionException {
        warmUp();
        report.table(
                "Lifecycles",
                "way",
                "threads",
                "lifecycles/s",
                "commands/s",
                "p50 ms",
                "p99 ms",
                "errors",
                "events/s",
                "all heard after s",
                "platform CPU ms/command",
                "platform CPU %",
                "drivers CPU %",
                "others CPU %",
                "eligibility ms",
                "its share %");
        for (int threads : bounds.threads()) {
            lifecycles("direct", platform.visitService(), threads);
        }
        Timings profiled = null;
        for (int threads : bounds.threads()) {
            var timings = lifecycles("gateway", platform.gateway(), threads);
            profiled = threads == PROFILED_THREADS || profiled == null ? timings : profiled;
        }
        if (profiled != null) {
            commands(profiled);
        }
    }

    private void warmUp() throws IOException, InterruptedException, ExecutionException {
        var warmUp = bounds.warmUp().multipliedBy(2);
        errors.addAll(new Load(PROFILED_THREADS, warmUp, Duration.ofSeconds(1))
                .run(driver(platform.gateway()), meter())
                .errors());
    }

    private Timings lifecycles(String way, URI base, int threads)
            throws IOException, InterruptedException, ExecutionException {
        var meter = meter();
        var timings = new Load(threads, bounds.warmUp(), bounds.window()).run(driver(base), meter);
        var gone = backlog.untilGone();
        errors.addAll(timings.errors());
        untilGone.add(gone);
        report.lifecycles(way, threads, timings, meter.used(), gone);
        return timings;
    }

    private void commands(Timings timings) {
        report.table("Commands through the gateway", "command", "p50 ms", "mean ms", "p99 ms", "% of a lifecycle");
        Lifecycle.names().forEach(name -> {
            var one = timings.of(name);
            report.row(name, one.percentile(50), one.mean(), one.percentile(99), 100 * one.total() / timings.total());
        });
    }

    private void profile() throws IOException, InterruptedException, ExecutionException {
        if (Boolean.getBoolean("benchmark.noProfile")) {
            return;
        }
        Profile.begin(platform.pid());
        var meter = meter();
        var timings =
                new Load(PROFILED_THREADS, bounds.warmUp(), bounds.window()).run(driver(platform.gateway()), meter);
        var profile = Profile.end(
                platform.pid(), root.resolve("launcher/target/benchmark.jfr").toAbsolutePath());
        errors.addAll(timings.errors());
        report.line("")
                .line(
                        "Profile: %d samples at %d threads through the gateway, %.1f lifecycles/s while recording",
                        profile.size(), PROFILED_THREADS, timings.perSecond() / Lifecycle.LENGTH);
        report.parts("Whose time", profile.jobs(), FRAMES_SHOWN)
                .parts("What it is spent on", profile.techniques(), FRAMES_SHOWN)
                .parts("Top frames", profile.topFrames(), FRAMES_SHOWN);
    }

    private IntFunction<Lifecycle> driver(URI base) {
        var api = new Api(base);
        return number -> new Lifecycle(api, world, world.site(number));
    }

    private Meter meter() {
        return new Meter(platform, backlog, world.token(World.MANAGER));
    }
}
