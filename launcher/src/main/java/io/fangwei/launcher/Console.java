package io.fangwei.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** What people see while the platform starts, runs and stops. Everything else goes to the log. */
public final class Console {

    private final PrintStream out;
    private final PrintStream err;
    private final Instant processStart =
            ProcessHandle.current().info().startInstant().orElseGet(Console::now);

    Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    void step(String what) {
        out.printf("%6.1f s  %s%n", seconds(), what);
    }

    /** A line of its own, as it is. */
    public void line(String text) {
        out.println(text);
    }

    void warn(String sentence) {
        err.println("WARNING: " + sentence);
    }

    void refuse(String sentence) {
        err.println(sentence);
    }

    void ready() {
        out.printf("Fangwei is ready in %.1f s%n", seconds());
        out.flush();
    }

    private double seconds() {
        return Duration.between(processStart, now()).toMillis() / 1000.0;
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
