package io.fangwei.policy.imports.rows;

import io.fangwei.policy.imports.ImportKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What the rows of one kind of file mean. */
public interface RowKind<R> {

    ImportKind kind();

    /** What a row says; empty if it has problems, which the cells then hold. */
    Optional<R> read(Cells cells);

    /** The business key: a file has one row of each. */
    List<Object> key(R row);

    /** The aggregate that the row changes or brings into being; rows of one aggregate are carried out in their order. */
    UUID aggregate(R row);

    /** A comparison of rows with what there is, on behalf of the current caller. */
    Comparison<R> comparison();

    /** Carries a row out on behalf of the current caller; a repeat of it under the same mark changes nothing. */
    void carryOut(R row, RowCommands commands);

    /** Gives out everything that the current caller may see, each as cells by the keys of their columns. */
    void export(Consumer<Map<String, String>> rows);

    /** What there is, looked up for many rows at once. */
    interface Comparison<R> {

        void lookUp(List<R> rows);

        /** True if everything that the row says is there already; refuses a row that says something else of it. */
        boolean isKnown(R row);

        /** Refuses a row that could not be carried out now. */
        void tryOut(R row);
    }
}
