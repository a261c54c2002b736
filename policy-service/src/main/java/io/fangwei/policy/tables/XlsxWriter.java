package io.fangwei.policy.tables;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes every cell as a text of its own, so that no table of texts grows with the file. */
final class XlsxWriter implements TableWriter {

    private static final int FLUSHED = 500;

    private final Workbook workbook;
    private Worksheet sheet;
    private int row;

    XlsxWriter(OutputStream out, String name) {
        workbook = new Workbook(new StaysOpen(out), "Fangwei", "1.0");
        sheet = workbook.newWorksheet(name);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.inlineString(row, column, cells.get(column));
            }
        }
        row++;
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    @Override
    public void sheet(String name) throws IOException {
        sheet.finish();
        sheet = workbook.newWorksheet(name);
        row = 0;
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }

    /** Whoever opened the stream closes it. */
    private static final class StaysOpen extends FilterOutputStream {

        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
