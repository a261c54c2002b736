package io.fangwei.launcher;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;

/** What people see while the platform starts, runs and stops. Everything else goes to the log. */
public final class Console {

    private final PrintStream out;
    private final PrintStream err;
    private final long started = ManagementFactory.getRuntimeMXBean().getStartTime();

    public Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** A line with the time since the start. */
    public void step(String what) {
        out.printf("%6.1f s  %s%n", seconds(), what);
    }

    /** A line of its own, as it is. */
    public void line(String text) {
        out.println(text);
    }

    public void warn(String sentence) {
        err.println("WARNING: " + sentence);
    }

    public void refuse(String sentence) {
        err.println(sentence);
    }

    void ready() {
        out.printf("Fangwei is ready in %.1f s%n", seconds());
        out.flush();
    }

    /** Since the start of the JVM: the process may be older and have built the platform first. */
    private double seconds() {
        return (System.currentTimeMillis() - started) / 1000.0;
    }
}
