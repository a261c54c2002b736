package io.fangwei.launcher.operations;

import java.nio.file.Path;

/** Makes databases of what {@link Databases} has written. */
@FunctionalInterface
public interface RestoredDatabases {

    /** Fills an empty folder, or one that does not exist yet. */
    void restore(Path file, Path folder);
}
