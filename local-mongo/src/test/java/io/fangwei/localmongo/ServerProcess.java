package io.fangwei.localmongo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server in a process of its own, which can be killed. */
final class ServerProcess implements AutoCloseable {

    /** So little that a few thousand changes fill several files and an index takes many chunks. */
    private static final Memory SMALL = new Memory(8 << 20, 2 << 20, 4 << 20, 50, 1000, 16 << 20);

    private final Process process;
    private final String connectionString;

    private ServerProcess(Process process, String connectionString) {
        this.process = process;
        this.connectionString = connectionString;
    }

    public static void main(String[] arguments) throws InterruptedException {
        var mongo = LocalMongo.open(Settings.of(Path.of(arguments[0]), 0).withMemory(SMALL));
        System.out.println(mongo.connectionString());
        Thread.currentThread().join();
    }

    static ServerProcess start(Path directory) throws IOException {
        return start(directory, "-Xmx256m");
    }

    /** With these options of the virtual machine. */
    static ServerProcess start(Path directory, String... options) throws IOException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath));
        command.addAll(List.of(ServerProcess.class.getName(), directory.toString()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("mongodb://")) {
                drain(output);
                return new ServerProcess(process, line);
            }
        }
        throw new IOException("the server has not started");
    }

    /** A process whose output nobody reads comes to a stop. */
    private static void drain(BufferedReader output) {
        var reader = new Thread(() -> output.lines().forEach(line -> {}));
        reader.setDaemon(true);
        reader.setUncaughtExceptionHandler((thread, closed) -> {});
        reader.start();
    }

    String connectionString() {
        return connectionString;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: nothing of the process runs any more. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
