package io.fangwei.policy.tables;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes every cell as a text of its own, so that no table of texts grows with the file; amounts are numbers, so that
 * they can be added up.
 */
final class XlsxWriter implements TableWriter {

    private static final int FLUSHED = 500;
    private static final String BEHIND_TITLES = "DDEBF7";
    private static final short PAGES_WIDE = 1;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,2})?");

    /** From here on characters take the place of two. */
    private static final int WIDE = 0x1100;

    private static final int NARROWEST = 10;
    private static final int WIDEST = 60;

    private final Workbook workbook;
    private Worksheet sheet;
    private final Map<Integer, Integer> widths = new TreeMap<>();
    private Set<Integer> numbers = Set.of();
    private boolean hasWidths;
    private int row;

    XlsxWriter(OutputStream out, String name) {
        workbook = new Workbook(new StaysOpen(out), "Fangwei", "1.0");
        sheet = workbook.newWorksheet(name);
    }

    @Override
    public void titles(List<String> titles, Set<Integer> columnsOfNumbers) throws IOException {
        numbers = columnsOfNumbers;
        for (int column = 0; column < titles.size(); column++) {
            sheet.style(row, column)
                    .bold()
                    .fillColor(BEHIND_TITLES)
                    .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                    .set();
        }
        sheet.freezePane(0, 1);
        sheet.fitToWidth(PAGES_WIDE);
        sheet.pageOrientation("landscape");
        row(titles);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                write(column, cells.get(column));
            }
        }
        row++;
        if (row % FLUSHED == 0) {
            flush();
        }
    }

    private void write(int column, String cell) {
        if (row > 0 && numbers.contains(column) && NUMBER.matcher(cell).matches()) {
            sheet.value(row, column, new BigDecimal(cell));
            sheet.style(row, column).format("#,##0.00").set();
        } else {
            sheet.inlineString(row, column, cell);
        }
        widths.merge(column, width(cell), Math::max);
    }

    /** In characters of the Latin alphabet, as spreadsheets count. */
    private static int width(String cell) {
        int units = cell.codePoints().map(each -> each < WIDE ? 1 : 2).sum();
        return Math.min(WIDEST, Math.max(NARROWEST, units + 2));
    }

    /** Widths stand before the rows: those of the first rows decide. */
    private void flush() throws IOException {
        if (!hasWidths) {
            widths.forEach((column, width) -> sheet.width(column, width));
            hasWidths = true;
        }
        sheet.flush();
    }

    @Override
    public void sheet(String name) throws IOException {
        finish();
        sheet = workbook.newWorksheet(name);
        row = 0;
        numbers = Set.of();
        widths.clear();
        hasWidths = false;
    }

    private void finish() throws IOException {
        flush();
        sheet.finish();
    }

    @Override
    public void close() throws IOException {
        finish();
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
