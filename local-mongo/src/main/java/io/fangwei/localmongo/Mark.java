package io.fangwei.localmongo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The last change that was acknowledged, noted beside the log after each fsync. It is never ahead of the log, so that a
 * log which ends before it has been damaged, and one which breaks off behind it has only been interrupted.
 */
final class Mark implements AutoCloseable {

    private static final int LENGTH = 2 * Long.BYTES;

    private final RandomAccessFile file;

    private Mark(RandomAccessFile file) {
        this.file = file;
    }

    static Mark in(Path directory) {
        try {
            Files.createDirectories(directory);
            return new Mark(new RandomAccessFile(fileIn(directory).toFile(), "rw"));
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + directory + " cannot be written: " + e.getMessage(), e);
        }
    }

    static Path fileIn(Path directory) {
        return directory.resolve("acknowledged");
    }

    /** Nothing if it was never set, as in a folder that has just been restored. */
    static OptionalLong read(Path directory) {
        try {
            return Files.exists(fileIn(directory))
                    ? decode(Files.readAllBytes(fileIn(directory)))
                    : OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OptionalLong decode(byte[] bytes) {
        if (bytes.length != LENGTH) {
            return OptionalLong.empty();
        }
        var content = ByteBuffer.wrap(bytes);
        long change = content.getLong();
        return content.getLong() == ~change ? OptionalLong.of(change) : OptionalLong.empty();
    }

    void set(long change) throws IOException {
        file.seek(0);
        file.write(ByteBuffer.allocate(LENGTH).putLong(change).putLong(~change).array());
    }

    /** It may lie behind after a power cut, but it has to be there. */
    void sync() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() {
        try {
            sync();
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
