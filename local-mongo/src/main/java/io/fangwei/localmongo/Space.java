package io.fangwei.localmongo;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** The room that is left on the disk. Below a reserve nothing is written, so that the log never fails. */
final class Space {

    private static final int OUT_OF_DISK_SPACE = 14031;

    private final LongSupplier free;
    private final long reserve;

    Space(LongSupplier free, long reserve) {
        this.free = free;
        this.reserve = reserve;
    }

    static Space around(Path directory, long reserve) {
        try {
            var disk = Files.getFileStore(directory);
            return new Space(() -> free(disk), reserve);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long free(FileStore disk) {
        try {
            return disk.getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void refuseIfLow() {
        long left = free.getAsLong();
        if (left < reserve) {
            throw full("The disk of the data folder has " + (left >> 20) + " MB left; nothing is written below "
                    + (reserve >> 20) + " MB. Reading goes on.");
        }
    }

    static MongoServerError full(String message) {
        return new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", message);
    }
}
