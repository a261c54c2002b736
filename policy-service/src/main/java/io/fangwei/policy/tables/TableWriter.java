package io.fangwei.policy.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/** A table that is written row by row; what has been written is not kept in memory. */
public interface TableWriter extends AutoCloseable {

    void row(List<String> cells) throws IOException;

    /**
     * Writes the first row of a sheet.
     *
     * @param numbers the columns below whose cells are to be numbers, where the format tells numbers from texts
     */
    default void titles(List<String> titles, Set<Integer> numbers) throws IOException {
        row(titles);
    }

    /** Writes the first row of a sheet of texts. */
    default void titles(List<String> titles) throws IOException {
        titles(titles, Set.of());
    }

    /** Begins another sheet, where the format has sheets; elsewhere what follows is left out. */
    void sheet(String name) throws IOException;

    /** Completes the file; the stream stays open. */
    @Override
    void close() throws IOException;

    static TableWriter of(TableFormat format, OutputStream out, String sheet) throws IOException {
        return format == TableFormat.XLSX ? new XlsxWriter(out, sheet) : new CsvWriter(out);
    }
}
