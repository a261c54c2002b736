package io.fangwei.policy.imports.rows;

import java.util.function.Supplier;

/** The commands that one row becomes: each under a mark of its own, which is the same for every repeat of the row. */
public interface RowCommands {

    /** On behalf of whoever started the import. */
    <T> T asStarter(String step, Supplier<T> work);

    /** On behalf of whoever handed the file in. */
    <T> T asDrafter(String step, Supplier<T> work);
}
