package io.fangwei.policy.imports;

/** What happens to a file of which some rows do not pass. */
public enum ImportMode {
    /** the rows that pass are carried out, the others left */
    VALID_ROWS,
    /** nothing starts unless every row passes */
    ALL_OR_NOTHING
}
