package io.fangwei.localmongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/** What is done with whole folders. */
final class Folders {

    private Folders() {}

    /** While it is there, a restore or a salvage into the folder has not come to its end. */
    static Path unfinishedIn(Path folder) {
        return folder.resolve("unfinished");
    }

    static void refuseIfUnfinished(Path folder) {
        if (Files.exists(unfinishedIn(folder))) {
            throw new IllegalStateException("The folder " + folder
                    + " was not filled to the end by a restore or a salvage. Delete it and begin again.");
        }
    }

    /** Creates the folder if it is not there. */
    static void refuseUnlessEmpty(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (!filesIn(folder).isEmpty()) {
            throw new IllegalStateException("The folder " + folder + " is not empty.");
        }
    }

    static List<Path> filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    static void delete(Path folder) {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Brings a file, or the names in a folder, to the disk. */
    static void sync(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
