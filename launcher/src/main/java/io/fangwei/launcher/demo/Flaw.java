package io.fangwei.launcher.demo;

/** What goes wrong with a visit, or does not happen. */
enum Flaw {
    CANCELLED,
    REFUSED,
    UNREACHABLE,
    LATE_FEEDBACK,
    LATE_RECORD,
    LATE_REVIEW,
    LATE_CALLBACK,
    LATE_ARCHIVE,
    INCOMPLETE_ARCHIVE,
    UNCONFIRMED,
    LATE_NOTICE;

    boolean isLateness() {
        return name().startsWith("LATE");
    }
}
