package io.fangwei.policy.imports;

import java.util.List;

/**
 * A row that was not carried out.
 *
 * @param row its number as the spreadsheet counts it
 * @param refused false if it did not pass the check, true if it was refused when it was carried out
 */
public record FaultyRow(int row, boolean refused, List<RowProblem> problems) {

    public FaultyRow {
        problems = List.copyOf(problems);
    }
}
