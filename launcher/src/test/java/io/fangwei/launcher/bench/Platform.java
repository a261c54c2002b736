package io.fangwei.launcher.bench;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The whole platform as {@code ./run} starts it: extracted, with the same options, on shifted ports and empty data. */
final class Platform implements AutoCloseable {

    private static final int GATEWAY = 8080;
    private static final int VISIT = 8083;
    private static final int ISSUER = 9000;
    private static final int KAFKA = 19_092;
    private static final int MONGO = 27_018;
    private static final int FIRST_WITH_MORE_OPTIONS = 24;
    private static final Pattern OPTIONS = Pattern.compile("options\\+?=\\(([^)]*)\\)");
    private static final Pattern READY = Pattern.compile("ready in ([0-9.]+) s");

    private final Process process;
    private final Path output;
    private final int offset;
    private final List<String> options;

    private Platform(Process process, Path output, int offset, List<String> options) {
        this.process = process;
        this.output = output;
        this.offset = offset;
        this.options = options;
    }

    static Platform start(Path root, Path folder, int offset) throws IOException, InterruptedException {
        var options = options(root.resolve("run"));
        var command = new ArrayList<>(List.of(java()));
        command.addAll(options);
        command.addAll(List.of(
                "-jar",
                extracted(root.resolve("launcher/target/launcher-1.0.0-exec.jar"), folder.resolve("app"))
                        .toString(),
                "--demo-clock",
                "--no-demo",
                "--clock-start",
                World.TODAY + "T09:00+08:00",
                "--data",
                folder.resolve("data").toString()));
        var output = folder.resolve("platform.out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("FANGWEI_PORT_OFFSET", String.valueOf(offset));
        var platform = new Platform(builder.start(), output, offset, options);
        Runtime.getRuntime().addShutdownHook(new Thread(platform.process::destroy));
        try {
            platform.awaitReady();
            return platform;
        } catch (RuntimeException notReady) {
            platform.close();
            throw notReady;
        }
    }

    /** The options that the start script gives, unless others are to be compared with them. */
    private static List<String> options(Path script) throws IOException {
        var other = System.getProperty("benchmark.options");
        if (other != null) {
            return words(other);
        }
        var options = new ArrayList<String>();
        var groups = OPTIONS.matcher(Files.readString(script));
        for (int group = 0; groups.find(); group++) {
            if (group == 0 || Runtime.version().feature() >= FIRST_WITH_MORE_OPTIONS) {
                options.addAll(words(groups.group(1)));
            }
        }
        return options;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.trim().split("\\s+")).toList();
    }

    private static Path extracted(Path jar, Path into) throws IOException, InterruptedException {
        var extract = new ProcessBuilder(
                        java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", into.toString())
                .inheritIO()
                .start();
        if (extract.waitFor() != 0) {
            throw new IOException("Could not extract " + jar);
        }
        return into.resolve(jar.getFileName());
    }

    private static String java() {
        return tool("java");
    }

    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private void awaitReady() {
        Awaitility.await("the platform is ready").atMost(Duration.ofMinutes(3)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The platform did not start: " + Files.readString(output));
            }
            return READY.matcher(Files.readString(output)).find();
        });
    }

    /** How long it took to become ready, in its own words. */
    String startSeconds() throws IOException {
        var said = READY.matcher(Files.readString(output));
        return said.find() ? said.group(1) : "?";
    }

    List<String> options() {
        return options;
    }

    long pid() {
        return process.pid();
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident memory in MB, where the system tells. */
    String residentMb() throws IOException {
        var status = Path.of("/proc", String.valueOf(pid()), "status");
        if (!Files.exists(status)) {
            return "?";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> String.valueOf(Long.parseLong(line.replaceAll("\\D", "")) / 1024))
                .findFirst()
                .orElse("?");
    }

    URI gateway() {
        return http(GATEWAY);
    }

    URI visitService() {
        return http(VISIT);
    }

    URI issuer() {
        return http(ISSUER);
    }

    String kafka() {
        return "127.0.0.1:" + (KAFKA + offset);
    }

    String mongo() {
        return "mongodb://127.0.0.1:" + (MONGO + offset);
    }

    private URI http(int port) {
        return URI.create("http://127.0.0.1:" + (port + offset));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
