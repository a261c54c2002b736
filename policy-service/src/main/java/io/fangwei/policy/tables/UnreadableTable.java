package io.fangwei.policy.tables;

/** A file that is no table, or one that is damaged or hostile. */
public class UnreadableTable extends RuntimeException {

    /** Why it cannot be read. */
    public enum Reason {
        EMPTY,
        UNKNOWN_FORMAT,
        DAMAGED,
        TOO_LARGE_UNPACKED,
        TOO_MANY_COLUMNS,
        CELL_TOO_LONG
    }

    private final Reason reason;

    public UnreadableTable(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public UnreadableTable(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
