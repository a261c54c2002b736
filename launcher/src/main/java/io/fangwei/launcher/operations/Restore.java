package io.fangwei.launcher.operations;

import io.fangwei.kernel.personal.PersonalKeys;
import io.fangwei.launcher.StartRefused;
import io.fangwei.launcher.data.DataFolder;
import io.fangwei.launcher.data.DurableFile;
import io.fangwei.launcher.data.FolderContent;
import io.fangwei.launcher.data.PersonalKeyFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;

/** Makes a data folder of a backup. Every byte is checked before the first one is written. */
public final class Restore {

    private final RestoredDatabases databases;
    private final Consumer<String> console;

    /** @param console hears how far it is */
    public Restore(RestoredDatabases databases, Consumer<String> console) {
        this.databases = databases;
        this.console = console;
    }

    /**
     * Fills an empty folder; the next start begins a new epoch in it.
     *
     * @param keys the file with the keys for fields about persons, which are in no backup
     */
    public void of(Path file, Path folder, @Nullable Path keys) {
        try (var zip = new ZipFile(file.toFile())) {
            var manifest = verified(file, zip);
            var brought = brought(manifest, keys);
            DataFolder.fill(folder, path -> {
                unpack(zip, manifest, path);
                brought.ifPresent(PersonalKeyFile.in(path)::keep);
            });
            console.accept("已恢复到 %s，备份时间 %s · restored as of %s".formatted(folder, manifest.taken(), manifest.taken()));
        } catch (IOException unreadable) {
            throw new StartRefused("备份文件无法读取 · %s is no backup of Fangwei: %s".formatted(file, unreadable), unreadable);
        }
    }

    /** The keys that somebody brings, if they are those that the backup needs. */
    private static Optional<PersonalKeys> brought(Manifest manifest, @Nullable Path file) {
        var needed = manifest.personalKeys();
        if (file == null) {
            if (!needed.isEmpty()) {
                throw new StartRefused(
                        "需要个人信息的密钥文件 · The fields about persons in this backup are encrypted by the keys %s,"
                                        .formatted(String.join(", ", needed))
                                + " which are in no backup; name the file that holds them with --keys.");
            }
            return Optional.empty();
        }
        var keys = PersonalKeyFile.read(file);
        if (!keys.numbers().containsAll(needed)) {
            throw new StartRefused("密钥文件与备份不符 · %s holds the keys %s, but this backup needs %s."
                    .formatted(file, String.join(", ", keys.numbers()), String.join(", ", needed)));
        }
        return Optional.of(keys);
    }

    private Manifest verified(Path file, ZipFile zip) throws IOException {
        var manifest = manifest(file, zip);
        var there = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        var named = new HashSet<>(manifest.files().keySet());
        named.add(Manifest.NAME);
        if (!there.equals(named) || !named.contains(Manifest.DATABASES)) {
            throw damaged(file, "its manifest names other files than it has");
        }
        for (var entry : manifest.files().entrySet()) {
            try (var in = zip.getInputStream(zip.getEntry(entry.getKey()))) {
                if (!Digest.copy(in, OutputStream.nullOutputStream()).equals(entry.getValue())) {
                    throw damaged(file, entry.getKey() + " is not what was backed up");
                }
            } catch (IOException torn) {
                throw damaged(file, entry.getKey() + " cannot be read: " + torn.getMessage());
            }
        }
        console.accept("校验通过 · verified: %d files".formatted(manifest.files().size()));
        return manifest;
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw damaged(file, "it has no manifest");
        }
        try (var in = zip.getInputStream(entry)) {
            var manifest = Manifest.read(in.readAllBytes());
            if (manifest.format() != Manifest.FORMAT) {
                throw new StartRefused("The backup %s has format %d; this launcher reads format %d."
                        .formatted(file, manifest.format(), Manifest.FORMAT));
            }
            return manifest;
        } catch (JacksonException unreadable) {
            throw damaged(file, "its manifest cannot be read");
        }
    }

    private void unpack(ZipFile zip, Manifest manifest, Path folder) throws IOException {
        var workshop = DurableFile.privateFolder(folder.resolve("restoring"));
        var dump = workshop.resolve(Manifest.DATABASES);
        for (var name : manifest.files().keySet()) {
            unpack(zip, name, name.equals(Manifest.DATABASES) ? dump : target(folder, name));
        }
        databases.restore(dump, new FolderContent(folder).databases());
        FileSystemUtils.deleteRecursively(workshop);
    }

    private static void unpack(ZipFile zip, String name, Path to) throws IOException {
        try (var in = zip.getInputStream(zip.getEntry(name))) {
            Files.copy(in, to);
        }
    }

    /** Inside the folder, whatever the name says; folders for their owner alone. */
    private static Path target(Path folder, String name) throws IOException {
        var target = folder.resolve(name.substring(Manifest.FOLDER.length())).normalize();
        if (!name.startsWith(Manifest.FOLDER) || !target.startsWith(folder) || target.equals(folder)) {
            throw new IOException("A file outside of the folder: " + name);
        }
        if (!target.getParent().equals(folder)) {
            DurableFile.privateFolder(target.getParent());
        }
        return target;
    }

    private static StartRefused damaged(Path file, String why) {
        return new StartRefused("备份已损坏 · The backup %s is damaged: %s.".formatted(file, why));
    }
}
