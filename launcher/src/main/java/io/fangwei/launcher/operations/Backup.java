package io.fangwei.launcher.operations;

import io.fangwei.kernel.personal.PersonalKeys;
import io.fangwei.launcher.StartRefused;
import io.fangwei.launcher.data.FolderContent;
import io.fangwei.launcher.data.PersonalKeyFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.util.FileSystemUtils;

/**
 * One file with everything that cannot be made again: the databases as they were at one moment, and then the small files
 * of the data folder, so that the demo clock is never behind what happened. The topics are not in it: the journals are.
 */
public final class Backup {

    private static final long KILOBYTE = 1 << 10;
    private static final int BUFFER = 1 << 16;

    private final FolderContent folder;
    private final Databases databases;
    private final Clock realTime;
    private final Consumer<String> console;

    /** @param console hears how far it is */
    public Backup(FolderContent folder, Databases databases, Clock realTime, Consumer<String> console) {
        this.folder = folder;
        this.databases = databases;
        this.realTime = realTime;
        this.console = console;
    }

    /** Returns when the file is whole and on the disk; until then it does not exist under its name. */
    public void to(Path file) {
        var target = file.toAbsolutePath().normalize();
        var beside = target.getParent();
        if (Files.exists(target)) {
            throw new StartRefused("文件已存在，不覆盖 · %s exists and is not overwritten.".formatted(target));
        }
        if (beside == null || !Files.isDirectory(beside)) {
            throw new StartRefused("目录不存在 · There is no folder for %s.".formatted(target));
        }
        try {
            write(target, beside);
        } catch (FileAlreadyExistsException meanwhile) {
            throw new StartRefused("文件已存在，不覆盖 · %s exists and is not overwritten.".formatted(target), meanwhile);
        } catch (IOException failed) {
            throw new StartRefused("备份失败 · The backup could not be written: " + failed, failed);
        }
    }

    private void write(Path target, Path beside) throws IOException {
        var workshop = Files.createTempDirectory(beside, ".fangwei-backup-");
        try {
            var dump = workshop.resolve(Manifest.DATABASES);
            watched(workshop, () -> databases.backup(dump));
            var part = Files.createTempFile(workshop, "part", "");
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE);
                    var out =
                            new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER))) {
                pack(dump, out);
                out.finish();
                out.flush();
                channel.force(true);
            }
            Files.move(part, target);
            try (var entries = FileChannel.open(beside)) {
                entries.force(true);
            }
            console.accept("备份完成 · backed up: %s (%,d kB)".formatted(target, Files.size(target) / KILOBYTE));
        } finally {
            FileSystemUtils.deleteRecursively(workshop);
        }
    }

    private void pack(Path dump, ZipOutputStream out) throws IOException {
        out.setLevel(Deflater.BEST_SPEED);
        var files = new TreeMap<String, Manifest.Content>();
        console.accept("  %,d kB · databases".formatted(Files.size(dump) / KILOBYTE));
        files.put(Manifest.DATABASES, pack(Manifest.DATABASES, dump, out));
        for (var small : folder.small()) {
            var name = Manifest.FOLDER + small;
            files.put(name, pack(name, folder.path().resolve(small), out));
        }
        out.putNextEntry(new ZipEntry(Manifest.NAME));
        var taken = Instant.now(realTime).toString();
        out.write(new Manifest(Manifest.FORMAT, taken, folder.boot(), files, keys()).json());
        out.closeEntry();
    }

    /** Of these the backup only says which they are. */
    private List<String> keys() {
        return PersonalKeyFile.in(folder.path())
                .find()
                .map(PersonalKeys::numbers)
                .orElse(List.of());
    }

    private static Manifest.Content pack(String name, Path file, ZipOutputStream out) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        try (var in = Files.newInputStream(file)) {
            return Digest.copy(in, out);
        } finally {
            out.closeEntry();
        }
    }

    /** Says once a second how much is there already. */
    private void watched(Path workshop, Runnable work) {
        var watch = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "backup-watch");
            thread.setDaemon(true);
            return thread;
        });
        watch.scheduleAtFixedRate(() -> tell(workshop), 1, 1, TimeUnit.SECONDS);
        try {
            work.run();
        } finally {
            watch.shutdownNow();
        }
    }

    private void tell(Path workshop) {
        try (var files = Files.walk(workshop)) {
            var size = files.mapToLong(file -> file.toFile().length()).sum();
            console.accept("  %,d kB …".formatted(size / KILOBYTE));
        } catch (IOException comesAndGoes) {
            // the next look will tell
        }
    }
}
