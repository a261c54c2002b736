package io.fangwei.policy.tables;

import java.nio.file.Path;
import java.util.Optional;

/** A table that is read from its first row to its last, one row at a time. Rows without content are passed over. */
public interface Table extends AutoCloseable {

    /** The most columns a row may have. */
    int MOST_COLUMNS = 100;

    /** The longest text a cell may have. */
    int LONGEST_CELL = 10_000;

    /** @throws UnreadableTable if the rest cannot be read */
    Optional<Row> next();

    @Override
    void close();

    /** @throws UnreadableTable if the file is no table */
    static Table open(Path file) {
        return TableFormat.of(file) == TableFormat.XLSX ? XlsxTable.open(file) : CsvTable.open(file);
    }
}
