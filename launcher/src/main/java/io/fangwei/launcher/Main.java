package io.fangwei.launcher;

import picocli.CommandLine;

/** The command line of the launcher. */
public final class Main {

    private Main() {}

    /** Returns while the platform goes on; ends the process only if it could not start. */
    public static void main(String... args) {
        var code = new CommandLine(new LauncherCommand()).execute(args);
        if (code != CommandLine.ExitCode.OK) {
            System.exit(code);
        }
    }
}
