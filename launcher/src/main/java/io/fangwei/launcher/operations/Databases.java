package io.fangwei.launcher.operations;

import java.nio.file.Path;

/** The databases of an installation while they are in use. */
@FunctionalInterface
public interface Databases {

    /** Writes all of them, as they are at one moment, into a file that does not exist yet. */
    void backup(Path file);
}
