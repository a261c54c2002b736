package io.fangwei.localmongo;

import java.nio.file.Path;

/** Another server is open on the same data folder. */
public final class DirectoryInUseException extends IllegalStateException {

    DirectoryInUseException(Path directory) {
        super("The data folder " + directory + " is already in use by another server.");
    }
}
