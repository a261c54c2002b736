package io.fangwei.localmongo;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * The room that is left on the disk. Below a reserve nothing is added, so that the log never fails; what takes away is
 * let through to a quarter of it, or a full disk could never be emptied.
 */
final class Space {

    private static final int OUT_OF_DISK_SPACE = 14031;

    private static final int FOR_DELETING = 4;

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

    long left() {
        return free.getAsLong();
    }

    boolean isLow() {
        return left() < reserve;
    }

    /** @param frees whether there is less afterwards */
    void refuseIfLow(boolean frees) {
        long left = left();
        long least = frees ? reserve / FOR_DELETING : reserve;
        if (left < least) {
            throw full("The disk of the data folder has " + (left >> 20) + " MB left; nothing is "
                    + (frees ? "deleted" : "written") + " below " + (least >> 20) + " MB. Reading goes on.");
        }
    }

    static MongoServerError full(String message) {
        return new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", message);
    }
}
