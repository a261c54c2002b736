package io.fangwei.localmongo.figures;

import io.fangwei.localmongo.LocalMongo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server to be measured, in a process of its own with a heap of a quarter of a gigabyte. */
final class MeasuredServer implements AutoCloseable {

    private final Process process;
    private final String uri;
    private final double startSeconds;

    private MeasuredServer(Process process, String uri, double startSeconds) {
        this.process = process;
        this.uri = uri;
        this.startSeconds = startSeconds;
    }

    public static void main(String[] arguments) throws InterruptedException {
        var mongo = LocalMongo.open(Path.of(arguments[0]), 0);
        Runtime.getRuntime().addShutdownHook(new Thread(mongo::close));
        System.out.println(mongo.connectionString());
        Thread.currentThread().join();
    }

    /** The server of this project. */
    static MeasuredServer start(Path folder) throws IOException {
        return start(MeasuredServer.class.getName(), classPath(), folder);
    }

    /** What the wire layer brings to keep its data in, which syncs no write. */
    static MeasuredServer startStock(Path folder) throws IOException {
        return start(StockServer.class.getName(), classPath(), folder);
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Starts a class that prints the address of its server on the folder given to it. */
    static MeasuredServer start(String server, String classPath, Path folder) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(System.getProperty("figures.options", "-Xmx256m -XX:+UseSerialGC")
                .split(" ")));
        command.addAll(List.of("-cp", classPath, server, folder.toString()));
        long begun = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("mongodb://")) {
                double seconds = (System.nanoTime() - begun) / 1e9;
                drain(output);
                return new MeasuredServer(process, line, seconds);
            }
        }
        throw new IOException("the server has not started");
    }

    private static void drain(BufferedReader output) {
        var reader = new Thread(() -> output.lines().forEach(line -> {}));
        reader.setDaemon(true);
        reader.setUncaughtExceptionHandler((thread, closed) -> {});
        reader.start();
    }

    String uri() {
        return uri;
    }

    /** From the start of the process until it says its address. */
    double startSeconds() {
        return startSeconds;
    }

    /** What the system says of the process: {@code VmRSS}, {@code VmHWM} in megabytes. */
    long megabytes(String field) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc", "" + process.pid(), "status"))) {
            if (line.startsWith(field + ":")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return -1;
    }

    double cpuSeconds() {
        return process.info()
                .totalCpuDuration()
                .map(time -> time.toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
