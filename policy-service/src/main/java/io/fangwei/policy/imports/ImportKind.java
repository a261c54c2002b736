package io.fangwei.policy.imports;

/** What the rows of a file are. */
public enum ImportKind {
    COMPANIES,
    POLICIES,
    RECEIPTS,
    EXPENSES,
    RUNNING_POLICIES,
    SERVICES_DONE,
    OPENING_BALANCES;

    /** Expenses take two people: whoever hands the file in has drafted them, whoever starts it posts them (CD-5.1.4). */
    boolean needsFourEyes() {
        return this == EXPENSES;
    }
}
