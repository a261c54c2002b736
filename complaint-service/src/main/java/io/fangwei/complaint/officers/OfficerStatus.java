package io.fangwei.complaint.officers;

/** Whether an officer may be given complaints. */
public enum OfficerStatus {
    ACTIVE,
    DISMISSED
}
