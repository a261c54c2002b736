package io.fangwei.launcher.demo;

/** How a complaint goes. */
enum ComplaintCourse {
    /** answered in time and accepted */
    NORMAL,
    /** answered in time; the company says nothing more */
    SILENT,
    /** extended in time, answered within the longer time */
    EXTENDED,
    /** answered too late */
    LATE,
    /** extended too late */
    LATE_EXTENSION,
    /** extended in time, answered after the longer time */
    EXTENDED_LATE,
    WITHDRAWN,
    /** the company stays dissatisfied and lets it rest */
    DISSATISFIED,
    ESCALATED_SELF_REGULATION,
    ESCALATED_EMERGENCY,
    ESCALATED_FINANCIAL,
    /** extended and still in hand when the year has ended */
    OPEN,
    /** never answered */
    NEVER;

    boolean isEscalated() {
        return name().startsWith("ESCALATED");
    }
}
