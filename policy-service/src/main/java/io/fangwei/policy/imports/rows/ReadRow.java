package io.fangwei.policy.imports.rows;

import io.fangwei.policy.imports.RowProblem;
import java.util.List;
import java.util.Optional;

/**
 * A row of a file as it was read.
 *
 * @param content empty if it has problems
 */
public record ReadRow<R>(int number, Optional<R> content, List<RowProblem> problems) {}
