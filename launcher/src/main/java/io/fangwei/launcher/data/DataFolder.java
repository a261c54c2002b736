package io.fangwei.launcher.data;

import io.fangwei.launcher.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The data folder while one launcher, and no other, works with it.
 * A file in it says that it is ours, another one that somebody is at work: what finds the latter when it starts knows
 * that the last run did not end cleanly (D12).
 */
public final class DataFolder implements AutoCloseable {

    private static final String MARKER = "fangwei-data";
    private static final String FORMAT = "1";
    private static final String LOCK = "lock";
    private static final String AT_WORK = "at-work";
    private static final Set<String> OURS_BEFORE_THE_MARKER = Set.of(LOCK, MARKER + ".new");

    private final Path path;
    private final FileChannel channel;
    private final boolean cutOff;

    private DataFolder(Path path, FileChannel channel, boolean cutOff) {
        this.path = path;
        this.channel = channel;
        this.cutOff = cutOff;
    }

    public static DataFolder open(Path path) {
        return open(path, BootId.ofThisBoot());
    }

    static DataFolder open(Path path, String bootId) {
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            refuseForeign(path);
            channel = lock(path);
            if (!Files.exists(path.resolve(MARKER))) {
                DurableFile.replace(path.resolve(MARKER), FORMAT);
            }
            var cutOff = wasCutOff(path.resolve(AT_WORK), bootId);
            DurableFile.replace(path.resolve(AT_WORK), bootId);
            return new DataFolder(path, channel, cutOff);
        } catch (IOException unwritable) {
            closeQuietly(channel);
            throw new StartRefused(
                    "The data folder %s cannot be written (%s).".formatted(path, reason(unwritable)), unwritable);
        } catch (StartRefused refused) {
            closeQuietly(channel);
            throw refused;
        }
    }

    private static void refuseForeign(Path path) throws IOException {
        var marker = path.resolve(MARKER);
        if (Files.exists(marker)) {
            var format = Files.readString(marker).strip();
            if (!format.equals(FORMAT)) {
                throw new StartRefused("The data folder %s has format %s; this launcher reads format %s."
                        .formatted(path, format, FORMAT));
            }
            return;
        }
        try (var entries = Files.list(path)) {
            if (entries.anyMatch(entry ->
                    !OURS_BEFORE_THE_MARKER.contains(entry.getFileName().toString()))) {
                throw new StartRefused("The folder %s holds things that are not Fangwei's; choose another with --data."
                        .formatted(path));
            }
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StartRefused("Another launcher is at work in the data folder %s.".formatted(path));
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisVm) {
            return null;
        }
    }

    private static boolean wasCutOff(Path atWork, String bootId) throws IOException {
        if (!Files.exists(atWork)) {
            return false;
        }
        var lastBoot = Files.readString(atWork).strip();
        return !lastBoot.equals(bootId) && !lastBoot.equals(BootId.UNKNOWN) && !bootId.equals(BootId.UNKNOWN);
    }

    public Path path() {
        return path;
    }

    /** Whether the machine went down during the last run, so that the broker may have lost what it had not yet synced. */
    public boolean wasCutOff() {
        return cutOff;
    }

    /** To be called when everything in the folder has been closed in good order. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path.resolve(AT_WORK));
        channel.close();
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException alreadyGone) {
            // the refusal under way says more
        }
    }

    private static String reason(IOException unwritable) {
        var name = unwritable.getClass().getSimpleName().replace("Exception", "");
        return unwritable.getMessage() == null || unwritable.getMessage().isBlank()
                ? name
                : name + ": " + unwritable.getMessage();
    }
}
