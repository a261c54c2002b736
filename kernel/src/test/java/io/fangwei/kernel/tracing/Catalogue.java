package io.fangwei.kernel.tracing;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    static Catalogue read(Path page) {
        return of(Table.read(page));
    }

    static Catalogue of(List<Table> tables) {
        var rows = new LinkedHashMap<String, Row>();
        tables.stream()
                .filter(table -> table.isHeaded("ID"))
                .forEach(table -> table.rows().forEach(cells -> define(row(table, cells), rows)));
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

    private static Row row(Table table, List<String> cells) {
        return new Row(
                cells.get(0),
                table.cell(cells, List.of("Lvl")).orElse("–"),
                table.cell(cells, TEXTS).orElse("–"));
    }

    private static void define(Row row, Map<String, Row> rows) {
        if (rows.putIfAbsent(row.id(), row) != null) {
            throw new IllegalArgumentException(row.id() + " stands twice in the catalogue");
        }
    }

    /** One row; the document it belongs to is what stands before the last hyphen of its id. */
    record Row(String id, String level, String text) {

        String document() {
            return id.substring(0, id.lastIndexOf('-'));
        }
    }
}
