package io.fangwei.launcher.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A small file that is either the old one or the new one, whatever happens while it is written. */
public final class DurableFile {

    private DurableFile() {}

    public static void replace(Path file, String content) throws IOException {
        replace(file, content, new FileAttribute<?>[0]);
    }

    /** A file that only its owner may read, from its first byte on, where the system can tell. */
    public static void replacePrivate(Path file, String content) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(fresh(file));
        replace(
                file,
                content,
                Files.getFileStore(folder).supportsFileAttributeView("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0]);
    }

    private static Path fresh(Path file) {
        return file.toAbsolutePath().resolveSibling(file.getFileName() + ".new");
    }

    private static void replace(Path file, String content, FileAttribute<?>[] attributes) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var fresh = fresh(file);
        try (var channel = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                attributes)) {
            var bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var entries = FileChannel.open(folder)) {
            entries.force(true);
        }
    }

    /** A folder that only its owner may look into, where the system can tell. */
    public static Path privateFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }
}
