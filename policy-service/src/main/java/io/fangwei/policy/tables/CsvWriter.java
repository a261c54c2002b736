package io.fangwei.policy.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes UTF-8 with the mark by which spreadsheets know it; a text that a spreadsheet would compute stays a text. */
final class CsvWriter implements TableWriter {

    private static final String COMPUTED = "=+-@\t\r";

    private final CSVPrinter printer;
    private boolean done;

    CsvWriter(OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(Charsets.MARK);
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        if (!done) {
            printer.printRecord(cells.stream().map(CsvWriter::asText).toList());
        }
    }

    @Override
    public void sheet(String name) {
        done = true;
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }

    private static String asText(String cell) {
        return !cell.isEmpty() && COMPUTED.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
