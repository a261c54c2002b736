package io.fangwei.policy.imports.rows;

import io.fangwei.policy.tables.Row;
import io.fangwei.policy.tables.Table;
import io.fangwei.policy.tables.UnreadableTable;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows of one file as what its kind makes of them. The row that a template shows as an example is no row. */
public final class RowReader<R> {

    static final String EXAMPLE = "示例";

    private final RowKind<R> kind;
    private final Table table;
    private final Header header;
    private final Validator validator;

    public RowReader(RowKind<R> kind, Table table, Validator validator) {
        this.kind = kind;
        this.table = table;
        this.validator = validator;
        this.header = table.next()
                .map(first -> Header.of(first, Columns.of(kind.kind())))
                .orElseThrow(() -> new UnreadableTable(UnreadableTable.Reason.EMPTY));
    }

    /** The next rows; fewer than asked for at the end. */
    public List<ReadRow<R>> next(int most) {
        var rows = new ArrayList<ReadRow<R>>(most);
        for (var row = table.next(); row.isPresent(); row = table.next()) {
            if (!isExample(row.get())) {
                rows.add(read(row.get()));
            }
            if (rows.size() == most) {
                break;
            }
        }
        return rows;
    }

    private ReadRow<R> read(Row row) {
        var cells = new Cells(header, row, validator);
        Optional<R> content = kind.read(cells);
        return new ReadRow<>(row.number(), content, List.copyOf(cells.problems()));
    }

    private static boolean isExample(Row row) {
        return Folded.text(row.cell(0)).startsWith(EXAMPLE);
    }
}
