package io.fangwei.localmongo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.rocksdb.RocksDB;
import org.rocksdb.util.Environment;

/** RocksDB's native code, unpacked once beside the data instead of into the temporary folder at every start. */
final class NativeLibrary {

    private static final String NAME_IN_JAR = Environment.getJniLibraryFileName("rocksdb");
    private static final String NAME_TO_LOAD = Environment.getJniLibraryFileName("rocksdbjni");

    private static boolean loaded;

    private NativeLibrary() {}

    static synchronized void loadFrom(Path directory) {
        if (loaded) {
            return;
        }
        try {
            unpackTo(directory.resolve(NAME_TO_LOAD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RocksDB.loadLibrary(List.of(directory.toAbsolutePath().toString()));
        loaded = true;
    }

    private static void unpackTo(Path file) throws IOException {
        var packed = RocksDB.class.getClassLoader().getResource(NAME_IN_JAR);
        if (packed == null) {
            throw new IOException("RocksDB has no native library for this machine: " + NAME_IN_JAR);
        }
        var connection = packed.openConnection();
        if (Files.exists(file) && Files.size(file) == connection.getContentLengthLong()) {
            return;
        }
        Files.createDirectories(file.getParent());
        var fresh = file.resolveSibling(file.getFileName() + ".unpacking");
        try (InputStream content = connection.getInputStream()) {
            Files.copy(content, fresh, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
