package io.fangwei.localmongo;

import java.nio.file.Path;

/** The log of a data folder is damaged before the last change that was acknowledged. */
public final class DamagedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String where;

    DamagedException(Path directory, String where) {
        super("The data folder " + directory + " is damaged and was left as it is: " + where
                + " A salvage copies what is whole into a new folder.");
        this.where = where;
    }

    String where() {
        return where;
    }
}
