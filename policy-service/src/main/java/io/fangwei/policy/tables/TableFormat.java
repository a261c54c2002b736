package io.fangwei.policy.tables;

import static io.fangwei.policy.tables.UnreadableTable.Reason.EMPTY;
import static io.fangwei.policy.tables.UnreadableTable.Reason.UNKNOWN_FORMAT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The formats of tables, told by what a file holds and not by its name. */
public enum TableFormat {
    XLSX,
    CSV;

    private static final int LOOKED_AT = 4096;

    public static TableFormat of(Path file) {
        try (var in = Files.newInputStream(file)) {
            var begin = in.readNBytes(LOOKED_AT);
            if (begin.length == 0) {
                throw new UnreadableTable(EMPTY);
            }
            if (begin.length > 3 && begin[0] == 'P' && begin[1] == 'K' && begin[2] == 3 && begin[3] == 4) {
                return XLSX;
            }
            if (!isText(begin)) {
                throw new UnreadableTable(UNKNOWN_FORMAT);
            }
            return CSV;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** UTF-16 has its own mark; any other text is without control characters. */
    private static boolean isText(byte[] begin) {
        if (Charsets.hasUtf16Mark(begin)) {
            return true;
        }
        for (byte one : begin) {
            if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r') {
                return false;
            }
        }
        return true;
    }
}
