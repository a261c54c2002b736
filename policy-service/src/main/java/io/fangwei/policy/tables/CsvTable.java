package io.fangwei.policy.tables;

import static io.fangwei.policy.tables.UnreadableTable.Reason.CELL_TOO_LONG;
import static io.fangwei.policy.tables.UnreadableTable.Reason.DAMAGED;
import static io.fangwei.policy.tables.UnreadableTable.Reason.TOO_MANY_COLUMNS;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table of comma-separated values as RFC 4180 and spreadsheets write them. */
final class CsvTable implements Table {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setTrailingData(true)
            .setLenientEof(true)
            .get();

    private final Guard guard;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    private CsvTable(Guard guard, CSVParser parser) {
        this.guard = guard;
        this.parser = parser;
        this.records = parser.iterator();
    }

    static CsvTable open(Path file) {
        try {
            var guard = new Guard(Charsets.reader(file, Charsets.of(file)));
            return new CsvTable(guard, CSVParser.parse(guard, FORMAT));
        } catch (IOException damaged) {
            throw new UnreadableTable(DAMAGED, damaged);
        }
    }

    @Override
    public Optional<Row> next() {
        try {
            while (records.hasNext()) {
                var row = row(records.next());
                guard.recordEnded();
                if (!row.isBlank()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException | IllegalStateException damaged) {
            throw new UnreadableTable(DAMAGED, damaged);
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Row row(CSVRecord read) {
        if (read.size() > MOST_COLUMNS) {
            throw new UnreadableTable(TOO_MANY_COLUMNS);
        }
        var number = Math.toIntExact(read.getRecordNumber());
        var row = new Row(number, read.toList());
        if (row.cells().stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
            throw new UnreadableTable(CELL_TOO_LONG);
        }
        return row;
    }

    /** Passes over the byte order mark, and stops at a row that does not end, before it fills the memory. */
    private static final class Guard extends FilterReader {

        private static final int LONGEST_ROW = MOST_COLUMNS * LONGEST_CELL;

        private long sinceRecord;
        private boolean begun;

        Guard(Reader reader) {
            super(reader);
        }

        void recordEnded() {
            sinceRecord = 0;
        }

        @Override
        public int read() throws IOException {
            var one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            var read = in.read(into, from, length);
            if (!begun && read > 0) {
                begun = true;
                if (into[from] == Charsets.MARK) {
                    System.arraycopy(into, from + 1, into, from, read - 1);
                    return read == 1 ? read(into, from, length) : read - 1;
                }
            }
            sinceRecord += Math.max(read, 0);
            if (sinceRecord > LONGEST_ROW) {
                throw new UnreadableTable(CELL_TOO_LONG);
            }
            return read;
        }
    }
}
