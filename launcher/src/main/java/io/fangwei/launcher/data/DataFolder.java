package io.fangwei.launcher.data;

import io.fangwei.launcher.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The data folder while one launcher, and no other, works with it.
 * A file in it says that it is ours, another one that somebody is at work: what finds the latter when it starts knows
 * that the last run did not end cleanly (D12).
 */
public final class DataFolder implements AutoCloseable {

    static final String MARKER = "fangwei-data";
    static final String LOCK = "lock";
    static final String AT_WORK = "at-work";
    static final String STALE_TOPICS = "stale-topics";
    static final String BROKER = "kafka";
    static final String LOST_BROKER = "kafka.lost";
    static final String DATABASES = "mongo";
    static final String MOVED = "moved-to";

    private static final String FORMAT = "1";
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
            if (cutOff) {
                loseBroker(path);
            }
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

    /**
     * Work on a folder in which no launcher is at work, under its lock; whether the last run ended cleanly stays to be
     * seen. Answers false, without any work, if a launcher is there.
     */
    public static boolean visit(Path path, Consumer<FolderContent> work) {
        if (!Files.exists(path.resolve(MARKER))) {
            throw new StartRefused("这里没有防微的数据 · There are no data of Fangwei in %s.".formatted(path));
        }
        try (var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (tryLock(channel) == null) {
                return false;
            }
            refuseForeign(path);
            work.accept(new FolderContent(path));
            return true;
        } catch (IOException unwritable) {
            throw new StartRefused(
                    "The data folder %s cannot be used (%s).".formatted(path, reason(unwritable)), unwritable);
        }
    }

    /** How an empty folder is filled. */
    public interface Filling {
        void into(Path folder) throws IOException;
    }

    /**
     * Makes a data folder of what somebody brings. What fails leaves an empty one; what is killed leaves one that no
     * launcher takes. The topics have yet to follow the data.
     */
    public static void fill(Path path, Filling filling) {
        try {
            Files.createDirectories(path);
            refuseFull(path);
            var lock = lock(path);
            try {
                refuseFull(path);
                fillOrLeaveEmpty(path, filling);
            } finally {
                lock.close();
            }
        } catch (IOException unwritable) {
            throw new StartRefused(
                    "The folder %s cannot be filled (%s).".formatted(path, reason(unwritable)), unwritable);
        }
    }

    private static void fillOrLeaveEmpty(Path path, Filling filling) throws IOException {
        try {
            filling.into(path);
            DurableFile.replace(path.resolve(STALE_TOPICS), BootId.ofThisBoot());
            DurableFile.replace(path.resolve(MARKER), FORMAT);
        } catch (IOException | RuntimeException failed) {
            empty(path);
            throw failed;
        }
    }

    private static void refuseFull(Path path) throws IOException {
        try (var entries = Files.list(path)) {
            if (entries.anyMatch(entry -> !entry.getFileName().toString().equals(LOCK))) {
                throw new StartRefused("目录不是空的 · The folder %s is not empty.".formatted(path));
            }
        }
    }

    private static void empty(Path path) throws IOException {
        try (var entries = Files.list(path)) {
            for (var entry : entries.toList()) {
                FileSystemUtils.deleteRecursively(entry);
            }
        }
    }

    public Path path() {
        return path;
    }

    public FolderContent content() {
        return new FolderContent(path);
    }

    /**
     * Whether the machine went down during the last run. The embedded broker may have lost then what it had not yet synced,
     * so that its files are no longer there: it begins anew and gets everything from the journals.
     */
    public boolean wasCutOff() {
        return cutOff;
    }

    /** Whether the data were restored and no topic has followed them yet. */
    public boolean topicsAreStale() {
        return Files.exists(path.resolve(STALE_TOPICS));
    }

    /** Refuses to go on with databases that have been moved to a MongoDB elsewhere. */
    public void requireDatabasesHere() {
        var moved = path.resolve(MOVED);
        try {
            if (Files.exists(moved)) {
                throw new StartRefused("数据库已迁出 · The databases of %s were moved to the MongoDB at %s; start with"
                                .formatted(path, Files.readString(moved).strip())
                        + " FANGWEI_MONGODB_URI, or delete %s to go on with what is here.".formatted(moved));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** To be called when the topics are known to follow the data, or never to be taken for something else. */
    public void topicsFollow() {
        try {
            Files.deleteIfExists(path.resolve(STALE_TOPICS));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Moves the broker's files away in one step and then deletes them; a kill in between leaves nothing half-deleted. */
    private static void loseBroker(Path path) throws IOException {
        FileSystemUtils.deleteRecursively(path.resolve(LOST_BROKER));
        if (Files.exists(path.resolve(BROKER))) {
            Files.move(path.resolve(BROKER), path.resolve(LOST_BROKER), StandardCopyOption.ATOMIC_MOVE);
            FileSystemUtils.deleteRecursively(path.resolve(LOST_BROKER));
        }
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
