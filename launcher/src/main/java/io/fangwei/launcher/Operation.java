package io.fangwei.launcher;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParentCommand;

/** Something that people do with a data folder, apart from starting the platform in it. */
abstract class Operation implements Callable<Integer> {

    @ParentCommand
    private @Nullable LauncherCommand launcher;

    @Override
    public final Integer call() {
        var console = new Console(System.out, System.err);
        try {
            carryOut(Objects.requireNonNull(launcher).data(), console);
            return ExitCode.OK;
        } catch (StartRefused refused) {
            console.refuse(String.valueOf(refused.getMessage()));
            return ExitCode.SOFTWARE;
        } catch (RuntimeException failed) {
            LoggerFactory.getLogger(getClass()).error("Failed", failed);
            console.refuse(Objects.requireNonNullElse(failed.getMessage(), failed.toString()));
            return ExitCode.SOFTWARE;
        }
    }

    /** Returns when all went well. */
    abstract void carryOut(Path data, Console console);
}
