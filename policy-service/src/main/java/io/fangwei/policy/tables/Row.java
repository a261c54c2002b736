package io.fangwei.policy.tables;

import java.util.List;

/**
 * One row of a table.
 *
 * @param number as the spreadsheet counts it, from 1
 */
public record Row(int number, List<String> cells) {

    public Row {
        cells = List.copyOf(cells);
    }

    /** The text of a cell; empty beyond the last. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
