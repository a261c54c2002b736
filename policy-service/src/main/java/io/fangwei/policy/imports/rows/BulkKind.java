package io.fangwei.policy.imports.rows;

import java.util.List;
import java.util.Optional;

/** A kind of file whose rows bring new things into being, many of them in one write. */
public interface BulkKind<R> extends RowKind<R> {

    /**
     * Carries rows out on behalf of the current caller, each as if it were alone; a repeat under the same mark changes
     * nothing.
     *
     * @param rows that were looked up and are not known
     * @return what was thrown at each row that was refused, in their order
     */
    List<Optional<RuntimeException>> carryOutAll(List<R> rows, Comparison<R> comparison);
}
