package io.fangwei.policy.imports.rows;

import io.fangwei.policy.imports.rows.Column.Type;
import io.fangwei.policy.rules.PolicyRule;
import io.fangwei.policy.tables.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the columns of a kind stand in one file, by the titles in its first row. */
final class Header {

    private static final BigDecimal TEN_THOUSAND = new BigDecimal("10000");
    private static final String YUAN = "(元)";
    private static final String TEN_THOUSAND_YUAN = "(万元)";

    private record Place(int index, BigDecimal unit) {}

    private final Map<String, Place> places;
    private final Map<String, Column> columns = new HashMap<>();

    private Header(Map<String, Place> places, List<Column> columns) {
        this.places = Map.copyOf(places);
        columns.forEach(column -> this.columns.put(column.key(), column));
    }

    /** Refuses a row that lacks a required column, names one twice, or names one that the kind does not have. */
    static Header of(Row row, List<Column> columns) {
        var places = new HashMap<String, Place>();
        var wrong = new ArrayList<String>();
        for (int index = 0; index < row.cells().size(); index++) {
            var title = row.cell(index);
            if (!title.isBlank() && !place(title, index, columns, places)) {
                wrong.add(title.strip());
            }
        }
        var missing = columns.stream()
                .filter(column -> column.required() && !places.containsKey(column.key()))
                .map(Column::title)
                .toList();
        PolicyRule.FILE_COLUMNS_WRONG.require(wrong.isEmpty() && missing.isEmpty(), listed(missing), listed(wrong));
        return new Header(places, columns);
    }

    Column column(String key) {
        return columns.get(key);
    }

    /** The text of a cell as it stands; empty if the file does not have the column. */
    String cell(Row row, String key) {
        var place = places.get(key);
        return place == null ? "" : row.cell(place.index());
    }

    /** How many yuan one unit of the column is. */
    BigDecimal unit(String key) {
        var place = places.get(key);
        return place == null ? BigDecimal.ONE : place.unit();
    }

    private static boolean place(String title, int index, List<Column> columns, Map<String, Place> places) {
        var given = Folded.title(title);
        for (var column : columns) {
            var unit = unit(given, column);
            if (unit.signum() > 0) {
                return places.putIfAbsent(column.key(), new Place(index, unit)) == null;
            }
        }
        return false;
    }

    /** Zero if the title is not that of the column. */
    private static BigDecimal unit(String given, Column column) {
        for (var title : List.of(Folded.title(column.title()), Folded.title(column.english()))) {
            if (given.equals(title)) {
                return BigDecimal.ONE;
            }
            if (column.type() == Type.MONEY) {
                var base = title.replace(YUAN, "");
                if (given.equals(base) || given.equals(base + YUAN)) {
                    return BigDecimal.ONE;
                }
                if (given.equals(base + TEN_THOUSAND_YUAN)) {
                    return TEN_THOUSAND;
                }
            }
        }
        return BigDecimal.ZERO;
    }

    private static String listed(List<String> titles) {
        return titles.isEmpty() ? "–" : String.join(", ", titles);
    }
}
