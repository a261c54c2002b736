package io.fangwei.launcher.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads at both ends of a window what the machine, the platform and the driving process have used. */
final class Meter {

    private record Reading(long nanos, Duration server, long own, long events, Questions questions) {}

    /** What visit-service has asked team-service so far. */
    private record Questions(double count, double seconds) {}

    /**
     * What was used, in percent of one core.
     *
     * @param others everything else that ran on the machine
     * @param questionMillis mean time of a question to team-service, NaN where there was none
     */
    record Used(double server, double drivers, double others, double eventsPerSecond, double questionMillis) {

        /** Processor time of the platform for each of so many things a second, in ms. */
        double serverMillisEach(double perSecond) {
            return server / 100 * 1000 / perSecond;
        }
    }

    /** Its only client asks team-service. */
    private static final String QUESTIONS = "/actuator/metrics/http.client.requests";

    private final Platform platform;
    private final Backlog backlog;
    private final String token;
    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private @Nullable Reading before;
    private @Nullable Used used;

    Meter(Platform platform, Backlog backlog, String token) {
        this.platform = platform;
        this.backlog = backlog;
        this.token = token;
    }

    void begin() throws IOException {
        before = read();
        machine.getCpuLoad();
    }

    void end() throws IOException {
        var load = machine.getCpuLoad();
        var after = read();
        var began = Objects.requireNonNull(before);
        var nanos = (double) (after.nanos() - began.nanos());
        var server = 100 * after.server().minus(began.server()).toNanos() / nanos;
        var own = 100 * (after.own() - began.own()) / nanos;
        var all = 100 * load * machine.getAvailableProcessors();
        var questions = after.questions().count() - began.questions().count();
        used = new Used(
                server,
                own,
                Math.max(0, all - server - own),
                (after.events() - began.events()) / nanos * 1e9,
                questions == 0
                        ? Double.NaN
                        : 1000
                                * (after.questions().seconds()
                                        - began.questions().seconds())
                                / questions);
    }

    Used used() {
        return Objects.requireNonNull(used);
    }

    private Reading read() throws IOException {
        return new Reading(
                System.nanoTime(), platform.cpu(), machine.getProcessCpuTime(), backlog.events(), questions());
    }

    private Questions questions() throws IOException {
        var answer = new Api(platform.visitService()).get(token, QUESTIONS);
        if (answer.status() != 200) {
            return new Questions(0, 0);
        }
        var measurements = JsonMapper.shared().readTree(answer.body()).get("measurements");
        return new Questions(
                measurements.get(0).get("value").asDouble(),
                measurements.get(1).get("value").asDouble());
    }
}
