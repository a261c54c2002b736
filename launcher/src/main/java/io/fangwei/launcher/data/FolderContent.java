package io.fangwei.launcher.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What lies in a data folder, for those who copy it. */
public record FolderContent(Path path) {

    /** What is copied in another way, must not be copied with the rest, can be made again, or belongs to one run on one machine. */
    private static final Set<String> NOT_COPIED = Set.of(
            DataFolder.DATABASES,
            DataFolder.BROKER,
            DataFolder.LOST_BROKER,
            DataFolder.MARKER,
            DataFolder.LOCK,
            DataFolder.AT_WORK,
            DataFolder.STALE_TOPICS,
            DataFolder.MOVED,
            PersonalKeyFile.NAME,
            RunningFile.FOLDER);

    private static final String LOG = "launcher.log";
    private static final String HALF_WRITTEN = ".new";

    /** Where the embedded database server keeps everything. */
    public Path databases() {
        return path.resolve(DataFolder.DATABASES);
    }

    /** Notes that the databases go on elsewhere, so that nobody goes on here by mistake. */
    public void movedTo(String hosts) {
        try {
            DurableFile.replace(path.resolve(DataFolder.MOVED), hosts);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The boot of the machine that this is. */
    public String boot() {
        return BootId.ofThisBoot();
    }

    /** The issuer's keys and secrets, the clock and whatever else is kept in files of its own; names as seen from the folder. */
    public List<String> small() throws IOException {
        try (var files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .map(path::relativize)
                    .filter(FolderContent::isCopied)
                    .map(file -> file.toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isCopied(Path file) {
        var top = file.getName(0).toString();
        return !NOT_COPIED.contains(top)
                && !top.startsWith(LOG)
                && !file.getFileName().toString().endsWith(HALF_WRITTEN);
    }

    /** Copies the small files and the keys to another folder, each folder among them for its owner alone. */
    public void copySmallTo(Path other) throws IOException {
        for (var name : small()) {
            var target = other.resolve(name);
            if (!target.getParent().equals(other)) {
                DurableFile.privateFolder(target.getParent());
            }
            Files.copy(path.resolve(name), target);
        }
        PersonalKeyFile.in(path).find().ifPresent(PersonalKeyFile.in(other)::keep);
    }
}
