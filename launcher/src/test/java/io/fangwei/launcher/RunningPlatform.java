package io.fangwei.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;

/** The whole platform as the launcher starts it, inside the JVM of the tests: on free ports and without demo data. */
public final class RunningPlatform implements AutoCloseable {

    private final Settings settings;
    private final Launcher launcher;

    private RunningPlatform(Settings settings) {
        this.settings = settings;
        launcher = new Launcher(settings, new Console(System.out, System.err));
    }

    /** Starts with a demo clock that stands still at the given time. */
    public static RunningPlatform start(Path data, OffsetDateTime clock) {
        TestMongo.requireEmpty();
        var mongo = TestMongo.uri().orElse(null);
        var platform = new RunningPlatform(
                new Settings(data, FreePorts.offset(), mongo, null, null, true, false, clock, false));
        platform.launcher.start(List.of());
        return platform;
    }

    /** The address of its databases. */
    public String mongo() {
        return settings.mongo();
    }

    /** The address of its broker. */
    public String kafka() {
        return settings.kafka();
    }

    public URI gateway() {
        return settings.url(Port.GATEWAY);
    }

    /** Where tokens are handed out and the clock is moved. */
    public URI desk() {
        return settings.url(Port.ISSUER);
    }

    @Override
    public void close() {
        launcher.close();
        TestMongo.clear();
    }
}
