package io.fangwei.policy.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row.
 *
 * @param column title of the column; none where the row as a whole breaks a rule
 * @param rule public name of the rule
 * @param arguments what its text says of this case
 */
public record RowProblem(@Nullable String column, String rule, List<String> arguments) {

    public RowProblem {
        arguments = List.copyOf(arguments);
    }
}
