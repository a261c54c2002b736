package io.fangwei.launcher.operations;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Backs up the installation that is at work. */
@FunctionalInterface
public interface LiveBackup {

    /** @param console hears how far it is */
    void to(Path file, Consumer<String> console);
}
