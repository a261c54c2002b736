package io.fangwei.policy.tables;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The texts that a spreadsheet's cells refer to by number: on the disk, the latest used in memory. */
final class SharedTexts implements AutoCloseable {

    private static final int REMEMBERED = 4_096;

    private final Path file;
    private final OutputStream out;
    private final Map<Integer, String> recent = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long[] ends = new long[1024];
    private int count;
    private final RandomAccessFile in;

    SharedTexts() throws IOException {
        file = Files.createTempFile("fangwei-", ".texts");
        out = new BufferedOutputStream(Files.newOutputStream(file));
        in = new RandomAccessFile(file.toFile(), "r");
    }

    void add(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count] = (count == 0 ? 0 : ends[count - 1]) + bytes.length;
        count++;
    }

    /** No text is added after this. */
    void complete() throws IOException {
        out.close();
    }

    String get(int number) {
        if (number < 0 || number >= count) {
            throw new UnreadableTable(UnreadableTable.Reason.DAMAGED);
        }
        return recent.computeIfAbsent(number, this::read);
    }

    private String read(int number) {
        var from = number == 0 ? 0 : ends[number - 1];
        var bytes = new byte[Math.toIntExact(ends[number] - from)];
        try {
            in.seek(from);
            in.readFully(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            out.close();
            in.close();
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
