package io.fangwei.complaint.complaints;

/** Where a complaint stands (requirements 3.2). */
public enum ComplaintStatus {
    SUBMITTED,
    REGISTERED,
    EXTENDED,
    REPLIED,
    DISSATISFIED,
    ESCALATED_SELF_REGULATION,
    ESCALATED_AUTHORITY,
    CLOSED_SATISFIED,
    CLOSED_UNRESOLVED,
    CLOSED,
    WITHDRAWN
}
