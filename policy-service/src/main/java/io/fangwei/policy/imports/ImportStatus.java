package io.fangwei.policy.imports;

/** Where an import stands. */
public enum ImportStatus {
    /** its rows are being read; nothing is carried out */
    CHECKING,
    CHECKED,
    /** its rows are being carried out, to the last */
    RUNNING,
    FINISHED,
    CANCELLED,
    /** the file turned out not to be readable to its end */
    REJECTED
}
