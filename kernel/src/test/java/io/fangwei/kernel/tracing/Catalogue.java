package io.fangwei.kernel.tracing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rows of {@code docs/requirements.md}: every table whose first column is headed {@code ID} defines some.
 * The text of a row is the cell under {@code Requirement}, {@code Clock}, {@code Finding}, {@code Item} or
 * {@code Dataset}, its level the cell under {@code Lvl}, if there is one.
 */
final class Catalogue {

    private static final List<String> TEXTS = List.of("Requirement", "Clock", "Finding", "Item", "Dataset");

    private final Map<String, Row> rows;

    private Catalogue(Map<String, Row> rows) {
        this.rows = rows;
    }

    static Catalogue read(Path file) {
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Catalogue parse(List<String> lines) {
        var rows = new LinkedHashMap<String, Row>();
        var table = new ArrayList<List<String>>();
        for (var line : (Iterable<String>) Stream.concat(lines.stream(), Stream.of(""))::iterator) {
            if (line.startsWith("|")) {
                table.add(cells(line));
            } else {
                define(table, rows);
                table.clear();
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("The catalogue has no rows");
        }
        return new Catalogue(rows);
    }

    boolean knows(String id) {
        return rows.containsKey(id);
    }

    Collection<Row> rows() {
        return rows.values();
    }

    private static void define(List<List<String>> table, Map<String, Row> rows) {
        if (table.size() < 3 || !table.get(0).get(0).equals("ID")) {
            return;
        }
        var header = table.get(0);
        for (var cells : table.subList(2, table.size())) {
            if (cells.size() != header.size()) {
                throw new IllegalArgumentException(
                        cells.get(0) + " has " + cells.size() + " cells under " + header.size() + " headings");
            }
            var row = new Row(cells.get(0), cell(header, cells, List.of("Lvl")), cell(header, cells, TEXTS));
            if (rows.putIfAbsent(row.id(), row) != null) {
                throw new IllegalArgumentException(row.id() + " stands twice in the catalogue");
            }
        }
    }

    private static String cell(List<String> header, List<String> cells, List<String> names) {
        return names.stream()
                .map(header::indexOf)
                .filter(column -> column >= 0)
                .findFirst()
                .map(cells::get)
                .orElse("–");
    }

    private static List<String> cells(String line) {
        var inner = line.strip();
        inner = inner.substring(1, inner.endsWith("|") ? inner.length() - 1 : inner.length());
        return Stream.of(inner.split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
    }

    /** One row; the document it belongs to is what stands before the last hyphen of its id. */
    record Row(String id, String level, String text) {

        String document() {
            return id.substring(0, id.lastIndexOf('-'));
        }
    }
}
