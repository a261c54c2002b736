package io.fangwei.policy.tables;

import static io.fangwei.policy.tables.UnreadableTable.Reason.CELL_TOO_LONG;
import static io.fangwei.policy.tables.UnreadableTable.Reason.DAMAGED;
import static io.fangwei.policy.tables.UnreadableTable.Reason.TOO_MANY_COLUMNS;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The first sheet of an Office Open XML workbook, read as it streams out of the packed file. */
final class XlsxTable implements Table {

    /** A spreadsheet shows so many digits; what a binary fraction adds behind them was never typed. */
    private static final MathContext SHOWN = new MathContext(15);

    private final ZipFile zip;
    private final Unpacked.Allowance allowance = new Unpacked.Allowance();
    private final SharedTexts texts;
    private final XmlPart sheet;
    private int lastRow;

    private XlsxTable(ZipFile zip) throws IOException {
        this.zip = zip;
        this.texts = new SharedTexts();
        try {
            readTexts();
            this.sheet = new XmlPart(part(firstSheet()));
        } catch (IOException | RuntimeException failure) {
            texts.close();
            throw failure;
        }
    }

    static XlsxTable open(Path file) {
        try {
            return open(new ZipFile(file.toFile()));
        } catch (IOException damaged) {
            throw new UnreadableTable(DAMAGED, damaged);
        }
    }

    private static XlsxTable open(ZipFile zip) throws IOException {
        try {
            return new XlsxTable(zip);
        } catch (IOException | RuntimeException failure) {
            zip.close();
            throw failure;
        }
    }

    @Override
    public Optional<Row> next() {
        for (var element = sheet.nextElement(); element != null; element = sheet.nextElement()) {
            if (element.equals("row")) {
                var row = row();
                if (!row.isBlank()) {
                    return Optional.of(row);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            sheet.close();
            texts.close();
            zip.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Row row() {
        var given = sheet.attribute("r");
        lastRow = given == null ? lastRow + 1 : number(given);
        var cells = new ArrayList<String>();
        for (var element = sheet.nextElementIn("row"); element != null; element = sheet.nextElementIn("row")) {
            if (element.equals("c")) {
                var column = column(sheet.attribute("r"), cells.size());
                while (cells.size() <= column) {
                    cells.add("");
                }
                cells.set(column, cell(sheet.attribute("t")));
            }
        }
        return new Row(lastRow, cells);
    }

    private String cell(@Nullable String type) {
        var value = "";
        for (var element = sheet.nextElementIn("c"); element != null; element = sheet.nextElementIn("c")) {
            if (element.equals("v") || element.equals("t")) {
                value = value.concat(sheet.text());
            } else if (element.equals("rPh") || element.equals("f")) {
                skip(element);
            }
        }
        if (value.length() > LONGEST_CELL) {
            throw new UnreadableTable(CELL_TOO_LONG);
        }
        return type == null || type.equals("n")
                ? decimal(value)
                : type.equals("s") && !value.isEmpty() ? texts.get(number(value)) : value;
    }

    private void skip(String element) {
        while (sheet.nextElementIn(element) != null) {
            continue;
        }
    }

    private static String decimal(String value) {
        if (value.isEmpty()) {
            return value;
        }
        try {
            var number = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
            return Math.abs(number.scale()) > 400 ? value : number.toPlainString();
        } catch (NumberFormatException noNumber) {
            return value;
        }
    }

    /** {@code C7} is column 2. */
    private static int column(@Nullable String reference, int next) {
        if (reference == null) {
            return checked(next);
        }
        int column = 0;
        for (int at = 0; at < reference.length() && Character.isLetter(reference.charAt(at)); at++) {
            column = checked(column * 26 + Character.toUpperCase(reference.charAt(at)) - 'A' + 1);
        }
        return checked(column - 1);
    }

    private static int checked(int column) {
        if (column < 0 || column > MOST_COLUMNS) {
            throw new UnreadableTable(TOO_MANY_COLUMNS);
        }
        return column;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException damaged) {
            throw new UnreadableTable(DAMAGED, damaged);
        }
    }

    private void readTexts() throws IOException {
        if (zip.getEntry("xl/sharedStrings.xml") != null) {
            try (var part = new XmlPart(part("xl/sharedStrings.xml"))) {
                for (var element = part.nextElement(); element != null; element = part.nextElement()) {
                    if (element.equals("si")) {
                        texts.add(String.join("", runs(part)));
                    }
                }
            }
        }
        texts.complete();
    }

    /** A text may come in several runs; how it is spoken does not belong to it. */
    private static List<String> runs(XmlPart part) {
        var runs = new ArrayList<String>();
        var length = 0;
        for (var element = part.nextElementIn("si"); element != null; element = part.nextElementIn("si")) {
            if (element.equals("t")) {
                runs.add(part.text());
                length += runs.get(runs.size() - 1).length();
            } else if (element.equals("rPh")) {
                while (part.nextElementIn("rPh") != null) {
                    continue;
                }
            }
            if (length > LONGEST_CELL) {
                throw new UnreadableTable(CELL_TOO_LONG);
            }
        }
        return runs;
    }

    private String firstSheet() throws IOException {
        try (var workbook = new XmlPart(part("xl/workbook.xml"))) {
            for (var element = workbook.nextElement(); element != null; element = workbook.nextElement()) {
                if (element.equals("sheet")) {
                    return target(workbook.attribute("id"));
                }
            }
        }
        throw new UnreadableTable(DAMAGED);
    }

    private String target(@Nullable String relation) throws IOException {
        try (var relations = new XmlPart(part("xl/_rels/workbook.xml.rels"))) {
            for (var element = relations.nextElement(); element != null; element = relations.nextElement()) {
                var target = relations.attribute("Target");
                if (element.equals("Relationship") && target != null && isNamed(relations.attribute("Id"), relation)) {
                    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
                }
            }
        }
        throw new UnreadableTable(DAMAGED);
    }

    private static boolean isNamed(@Nullable String id, @Nullable String wanted) {
        return id != null && id.equals(wanted);
    }

    private InputStream part(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new UnreadableTable(DAMAGED);
        }
        return new Unpacked(zip.getInputStream(entry), allowance);
    }
}
